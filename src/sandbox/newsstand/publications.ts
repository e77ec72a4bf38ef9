import type { Publication } from "./news-article.js";

export const filDuRail: Publication = {
  id: "fil-du-rail",
  name: "Le Fil du Rail",
  motto: "L'actualité de ceux qui roulent",
  colour: "#9b2d1f",
};

export const harbourLedger: Publication = {
  id: "harbour-ledger",
  name: "The Harbour Ledger",
  motto: "Trade, ports and the people in between",
  colour: "#12466b",
};

export const gridAndCurrent: Publication = {
  id: "grid-and-current",
  name: "Grid & Current",
  motto: "Energy, explained by people who build it",
  colour: "#3c6e2f",
};

export const travailVivant: Publication = {
  id: "travail-vivant",
  name: "Travail vivant",
  motto: "Revue du travail tel qu'il se fait",
  colour: "#6a3d7c",
};

export const quarterlyWorkbench: Publication = {
  id: "quarterly-workbench",
  name: "The Quarterly Workbench",
  motto: "Notes on making things well",
  colour: "#8a5a00",
};

export const gazetteDesVallees: Publication = {
  id: "gazette-des-vallees",
  name: "La Gazette des Trois-Vallons",
  motto: "Chaque semaine depuis toujours",
  colour: "#1f5c57",
};

export const almarfa: Publication = {
  id: "almarfa",
  name: "دفاتر المرفأ",
  motto: "أخبار البحر والتجارة",
  colour: "#7a3b12",
};

/** The stand itself, for its front page. */
export const newsstand: Publication = {
  id: "newsstand",
  name: "The newsstand",
  motto: "Articles to suggest",
  colour: "#333333",
};
