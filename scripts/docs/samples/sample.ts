/** How an operation is called in one language. */
export interface Sample {
  /** As Redoc names the grammars that it colours with. */
  lang: string;
  label: string;
  source: string;
}
