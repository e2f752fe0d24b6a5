/** Words of web pages around a paper, and of pages that stand in a paper's place. */

/** Words at the head of a box that asks about the page itself or offers to send it on. */
export const aboutThePage =
  /^(?:(?:was|is) this (?:page|information|content|site) (?:help|use)ful|did you find what you|(?:is )?(?:there )?anything wrong with this page|(?:rate|share|print|e-?mail|bookmark|improve) this (?:page|site|article)|(?:help us )?improve (?:this|our) (?:page|(?:web ?)?site)|(?:give|send|leave|provide)(?: us)?(?: your)? feedback|(?:page )?feedback$|share (?:on|via|this)|follow us|sign up (?:for|to)\b.{0,40}\b(?:newsletter|updates?|alerts?|e-?mails?|news)\b|subscribe to|report a problem with this page)/;

/** Words at the head of a box of links to other pages. */
export const relatedHeading =
  /^(?:related|in this section|on this page|see also|also in|more (?:in|like|on|from)|useful links|explore|quick links|popular|you (?:may|might) (?:also )?(?:like|be)|section menu|contents$)/;

/** Words of a notice about cookies. */
export const cookieWords = /\b(?:cookies?|accept|reject|consent|privacy|settings|preferences)\b/i;

/** A login, an error, a check of who asks. */
export const doorWords =
  /session (has )?(expired|ended|timed out)|\b(log|sign)[ -]?(in|on)\b|access (is )?denied|forbidden|not found|\berror\b|unavailable|maintenance|just a moment|are you (a )?(human|robot)|captcha|cookies? (are )?(required|disabled)/i;

/** What a button says that opens a menu and no part of the paper. */
export const menuWords = /^(?:show|hide|open|close|expand|collapse|toggle|menu)\b/;

/** What a link says that leads past something. */
export const skipWords = /^(?:skip|jump|go|back|return)\b.*\b(?:to|top)\b/;
