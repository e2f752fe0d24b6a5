/** The level of a line in bold as a title: below every heading. Lower levels stand higher. */
export const boldLevel = 7;

/** That of an item of a list which stands over others: below titles in bold, above bands of tables. */
export const itemLevel = 20;

/** That of a title within a table: below those outside of it. */
export const bandLevel = 40;
