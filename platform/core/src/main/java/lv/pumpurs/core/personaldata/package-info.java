/** How the features of the core keep the privacy contract for their own tables: in SQL, one class a feature. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.core.personaldata;
