/**
 * A programme is data: whom it supports, in which grades, by which measures, for which risks, and who approves a plan.
 * PuMPuRS (2017 to 2023) and its successor "Skola – kopienā" differ in all of it, so nothing of it is a constant.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.programme;
