/** Tests of the demonstration. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.launcher.demo;
