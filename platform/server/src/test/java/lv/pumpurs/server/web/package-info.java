/** What a browser and a program meet at the edges of the server: negotiation, wrong input, assets, headers. */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.server.web;
