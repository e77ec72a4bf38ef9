import type { NewsArticle } from "./news-article.js";
import { gazetteDesVallees, gridAndCurrent } from "./publications.js";

export const articlesOfEnergy: readonly NewsArticle[] = [
  {
    path: "/grid-and-current/heat-pump-street",
    publication: gridAndCurrent,
    language: "en-US",
    title: "A whole street switched to heat pumps in one summer. Here is the bill",
    description:
      "Forty-one houses, one trench, one contract. Doing it together cost a third less than doing it alone.",
    author: "Rowan Feathergill",
    hoursOld: 20,
    metadata: "twitter_card",
    picture: "png",
    about: "Only Twitter card tags, no Open Graph",
    paragraphs: [
      "Nobody on the street would have gone first. That is what everybody says when you ask how forty-one households agreed to rip out their boilers in the same July. The trick was a contract that only took effect once thirty had signed.",
      "Drilling together saved the most: one rig, one trench, one road closure. The average house paid a third less than the two neighbors who had moved early, and the installer kept one crew on site instead of scheduling eight.",
      "The bill has its surprises. Electrical panels were too small in half of the houses, and the utility took eleven weeks to say so. Next time, the residents' advice goes, start with the meter and end with the drill.",
    ],
  },
  {
    path: "/grid-and-current/forecast",
    publication: gridAndCurrent,
    language: "en-US",
    title:
      "What nineteen years of hourly wind forecasts, four changes of model, two scandals about missing turbines, one retired meteorologist with a very large spreadsheet and a mid-sized utility that finally read it can teach the rest of us about the quiet, unglamorous and enormously profitable art of being wrong by a little less every single day than the people on the other side of the trade",
    description: "Being slightly less wrong, every day, for nineteen years.",
    author: "Odalys Brightwater",
    hoursOld: 44,
    metadata: "rich",
    picture: "png",
    about: "A title of nearly four hundred characters: too long for a post",
    paragraphs: [
      "The spreadsheet has 166,000 rows. Each is an hour in which somebody in a small office guessed how hard the wind would blow and later wrote down how hard it did.",
      "There is no single insight in it, and that is the point. Errors shrank by about two percent a year, through dull corrections: a hill the model did not know, a sensor iced over each January, a habit of rounding up on Fridays.",
    ],
  },
  {
    path: "/gazette-des-vallees/barrage",
    publication: gazetteDesVallees,
    language: "fr-FR",
    title: "Le petit barrage qui rapporte 48 000 € par an… à l’école du village",
    description:
      "À Saint-Orsin, la turbine remise en service par les habitants paie la cantine. « On n’a rien inventé », dit le maire.",
    author: "Éloi Vauquelin",
    hoursOld: 70,
    metadata: "rich",
    charset: "windows-1252",
    about: "French in windows-1252, said in the page and not in the header: accents, €, œ and … to keep",
    paragraphs: [
      "La roue était à l’arrêt depuis 1974. Il a fallu trois hivers, une souscription et l’œil d’un ancien chaudronnier pour que l’eau du bief fasse de nouveau tourner quelque chose à Saint-Orsin.",
      "L’électricité est vendue au réseau, et la recette – 48 000 € l’an dernier – va tout entière à l’école : la cantine d’abord, puis un poste d’assistante à mi-temps. « On n’a rien inventé, dit le maire, on a juste relu les registres. »",
      "D’autres communes de la vallée s’y intéressent. La principale difficulté n’est pas technique : c’est de retrouver à qui appartient l’eau.",
    ],
  },
  {
    path: "/grid-and-current/live-map",
    publication: gridAndCurrent,
    language: "en-US",
    title: "Live: where the power on your street comes from right now",
    description: "An interactive map.",
    author: "The data desk",
    hoursOld: 2,
    metadata: "script",
    about: "Says nothing about itself until a script has run: nothing to read",
    paragraphs: [],
  },
];
