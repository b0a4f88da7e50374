/** Whether a goal was met, in the word that all benches use. */
export function goalText(met: boolean): string {
  return met ? 'reached' : 'missed';
}
