/**
 * A line that says who may read a paper and nothing else: `OFFICIAL-SENSITIVE`, `Classification: NOT PROTECTIVELY MARKED`.
 * On folded text.
 */
export const protectiveMarking =
  /^(?:(?:(?:government )?(?:security )?classification|(?:protective |security )?marking|gsc)\s*[:-]?\s*)?(?:official(?:\s*[-:/]?\s*sensitive)?(?:\s*[-:/]\s*(?:personal|commercial|operational|lgs|police)(?: data)?)?|not protectively marked|unclassified|restricted|confidential|secret)(?:\s*(?:\([^()]{3,40}\)|(?:when|if|once) complete(?:d)?))?$/;
