/** A paper bears its service's one name, as `officialName` makes it of services that the register does not know. */
export const sql = `
UPDATE papers SET service = replace(service, ' & ', ' and ') WHERE service LIKE '% & %';
UPDATE papers SET service = substr(service, 1, length(service) - 3) || 'Fire and Rescue Service' WHERE service LIKE '% FRS';
`;
