/** An account of the local X, with the one access token its owner gave the developer app. */
export type XAccount = {
  /** Decimal digits, as X's ids are. */
  id: string;
  /** Without the `@`. */
  handle: string;
  name: string;
  accessToken: string;
  accessTokenSecret: string;
  /** Premium and PremiumPlus may post up to 25,000 weighted characters; default None. */
  subscription?: "None" | "Basic" | "Premium" | "PremiumPlus";
};
