/** Tests of the web kit, and the samples that its pages are looked at with. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.web;
