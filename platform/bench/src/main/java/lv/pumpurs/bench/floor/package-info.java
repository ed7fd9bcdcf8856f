/** The floor: a second web application in the measured server, without login, permission, JPA and templates. */
@NullMarked
package lv.pumpurs.bench.floor;

import org.jspecify.annotations.NullMarked;
