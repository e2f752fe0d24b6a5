/** `80`, `80 %`, `80% complete`, `Complete – 80%`: a share, and no words but those that it is a share of. */
const share =
  /^\s*(?:(?:complet(?:ed?|ion)|progress)\W+)?(?<number>\d{1,3}(?:\.\d+)?)\s*(?<sign>%|per ?cent)?(?:\s*(?:complet(?:ed?|ion)|done|delivered))?\W*$/i;

/** How much is done, 0 to 100; null where a text gives no share. */
export function readPercent(text: string): number | null {
  const { number } = share.exec(text)?.groups ?? {};
  return number === undefined || Number(number) > 100 ? null : Number(number);
}

/** The share that a status gives of what is done (`80% complete`); a number without its sign is none. */
export function percentInStatus(text: string): number | null {
  return share.exec(text)?.groups?.sign === undefined ? null : readPercent(text);
}
