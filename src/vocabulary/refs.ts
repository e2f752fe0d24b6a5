/** Words of references: patterns' sources. */

/** What papers write before the number of a finding or an action. */
export const refLabel =
  '(?:Cause of [Cc]oncern [Rr]ecommendation|AFI|AFIs|CoC|COC|Rec|REC|Recommendation|RECOMMENDATION|Area for [Ii]mprovement|Cause of [Cc]oncern|Action|Ref|Finding|Objective|Improvement)';

/** A number in words behind one of these (`Recommendation Three`). */
export const numberInWords =
  '(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen|Nineteen|Twenty)';

/** How a text begins behind its reference where no sign parts them. */
export const refOpening = '(?:The|To|By|With|Within|Ensure|Develop|Review|Improve|Implement)\\b';

/** What counts actions, where it begins anew under each finding. */
export const actionNumber = /^(?:action|step|task|measure)s? (?:no\.? ?)?\d{1,2}$/i;
