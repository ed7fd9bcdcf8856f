/**
 * Praise: a class teacher writes down what a learner did well. The template of a plugin: as small as a plugin can be that
 * uses each part of the SPI once. Its page is "Write a plugin in an hour" in the documentation.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.praise;
