const shorter = (end: string) => `UPDATE papers
SET service = substr(service, 1, length(service) - ${end.length}) || ' Fire and Rescue Service'
WHERE service LIKE '%${end}' AND service NOT IN ('Lincolnshire Fire and Rescue', 'South Yorkshire Fire and Rescue');`;

/** An authority that the register does not know is followed under its service's name, as `officialName` makes it; two services are called so. */
export const sql = [
  ' Combined Fire and Rescue Authority',
  ' Combined Fire Authority',
  ' Fire and Rescue Authority',
  ' Fire Authority',
  ' Fire and Rescue',
]
  .map(shorter)
  .join('\n');
