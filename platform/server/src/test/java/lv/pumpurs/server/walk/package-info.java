/**
 * The walk: every route of the running application, fired as everybody, with the ids of everybody else. The routes come
 * from the application ({@link lv.pumpurs.server.walk.Way}), who may use them from the matrix of permissions, the bodies
 * from the description of the API; what is planted, and how far each role reaches in it, is said here
 * ({@link lv.pumpurs.server.walk.Side}) and not taken from the code under test.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.server.walk;
