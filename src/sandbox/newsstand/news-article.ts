/** A publication nobody prints, with what its pages need to look like its own. */
export type Publication = {
  id: string;
  name: string;
  motto: string;
  /** `#rrggbb`. */
  colour: string;
};

/** What the page tells machines about itself. */
export type Metadata =
  /** Open Graph, JSON-LD and a canonical link. */
  | "rich"
  | "twitter_card"
  /** A `<title>` and nothing else. */
  | "title_only"
  /** Nothing until a script has run. */
  | "script";

export type NewsArticle = {
  /** Below the publication: `/fil-du-rail/trains-de-nuit`. */
  path: string;
  publication: Publication;
  /** BCP 47. */
  language: string;
  title: string;
  description: string;
  author: string;
  /** Age when the newsstand opens. */
  hoursOld: number;
  paragraphs: readonly string[];
  metadata: Metadata;
  /** What is peculiar about it, one line, in English. */
  about: string;
  picture?: "png" | "dead";
  /** The default is UTF-8, said in the header; windows-1252 is said in the page alone. */
  charset?: "windows-1252";
  /** Writes everything outside ASCII as character references. */
  references?: true;
  /** Answers only after the newsstand's slow time. */
  slow?: true;
  /** Other ways to the same page: a query added, or a chain of addresses that redirect, the first one told. */
  alsoAt?:
    | { kind: "query"; query: string; about: string }
    | { kind: "redirects"; from: readonly string[]; about: string };
};
