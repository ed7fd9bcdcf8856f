@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.personaldata;
