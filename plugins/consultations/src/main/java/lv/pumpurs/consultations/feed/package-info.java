/**
 * A person's consultations in another calendar. A telephone has no login: it holds an address that nobody can guess, and is
 * told times, subjects and initials. What the address leads to is asked anew each time, in the reach that its person has then.
 */
@org.jspecify.annotations.NullMarked
package lv.pumpurs.consultations.feed;
