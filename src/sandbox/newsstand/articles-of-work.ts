import type { NewsArticle } from "./news-article.js";
import { quarterlyWorkbench, travailVivant } from "./publications.js";

export const articlesOfWork: readonly NewsArticle[] = [
  {
    path: "/travail-vivant/reparer-dabord",
    publication: travailVivant,
    language: "fr-FR",
    title: "«\u00a0Réparer d’abord\u00a0»\u00a0: l’usine où l’on ne jette plus sans demander",
    description:
      "Chez un fabricant d’outillage, toute pièce mise au rebut passe par un établi & un registre. Résultat : <5 % de déchets.",
    author: "Maëlle Tissandier",
    hoursOld: 26,
    metadata: "rich",
    picture: "png",
    references: true,
    about: "French with guillemets, no-break spaces and &, <, written as character references",
    paragraphs: [
      "Au bout de l’atelier, il y a une table que personne n’a achetée : une porte posée sur deux tréteaux. C’est là qu’arrive, depuis dix-huit mois, tout ce qui allait partir à la benne. Une étiquette, une question : « Qui saurait la réparer ? »",
      "La plupart du temps, quelqu’un sait. Le registre tenu à la main compte 1 312 pièces sauvées, et quelques dizaines dont on a compris pourquoi elles cassaient toujours au même endroit. Le bureau d’études a changé trois plans.",
      "La direction a commencé par mesurer le temps perdu ; elle mesure maintenant les pannes évitées. « Le plus dur, reconnaît le responsable de production, a été de ne pas transformer la table en service. »",
    ],
  },
  {
    path: "/travail-vivant/reunion-debout",
    publication: travailVivant,
    language: "fr-FR",
    title: "Petit éloge de la réunion annulée",
    description: "",
    author: "Bastien Corvellec",
    hoursOld: 50,
    metadata: "title_only",
    about: "A <title> and nothing else",
    paragraphs: [
      "Elle avait été posée un mardi, à l’heure où l’on commence à comprendre ce que l’on fait. Elle devait durer une heure. Elle a été annulée à 9 h 52, et l’équipe a fini ce jour-là ce qu’elle repoussait depuis deux semaines.",
      "Il ne s’agit pas de ne plus se parler. Il s’agit de remarquer que l’on se parle mieux à deux, devant la chose, que douze autour d’un écran.",
    ],
  },
  {
    path: "/quarterly-workbench/four-day-shift",
    publication: quarterlyWorkbench,
    language: "en-GB",
    title: "Four long days or five short ones? A bakery tried both, twice",
    description:
      "The night shift voted, changed its mind, and voted again. The data they kept is better than most studies.",
    author: "Philippa Underhay",
    hoursOld: 16,
    metadata: "rich",
    picture: "png",
    about: "The article at the end of a short link: two redirects first",
    alsoAt: {
      kind: "redirects",
      from: ["/s/4day", "/quarterly-workbench/go/4-day"],
      about: "A short link: two redirects, then the article",
    },
    paragraphs: [
      "Bread does not care what day it is. That makes a bakery a good place to ask a question offices argue about: is it better to work four long days or five short ones?",
      "The night shift tried each for three months, then did both again the other way round, and wrote down burns, sick days, unsold loaves and how people slept. Four days won on sleep, five on burns, and the loaves did not notice.",
      "In the end they kept neither. Ovens and families have different weeks, so each pair now picks its own pattern and swaps once a quarter. The spreadsheet is pinned above the flour bins, and it is still being filled in.",
    ],
  },
  {
    path: "/quarterly-workbench/markup",
    publication: quarterlyWorkbench,
    language: "en-GB",
    title:
      '<!channel> *URGENT* <https://evil.example|Your bank> `rm -rf` _read_ &amp; "><img src=x onerror=alert(1)> </title><script>alert(2)</script>',
    description: "<@U00000000> please approve <!here> ~now~ :rotating_light: https://evil.example/login",
    author: "*Not* <a person>",
    hoursOld: 1,
    metadata: "rich",
    picture: "png",
    about: "Hostile: its title tries to ping a channel, fake a link and break out of the page",
    paragraphs: [
      "A headline is text written by somebody else. This one is made of the characters that mean something to chat programs and browsers; wherever it is shown, it should look exactly as odd as it is.",
    ],
  },
  {
    path: "/travail-vivant/lenteur",
    publication: travailVivant,
    language: "fr-FR",
    title: "Apprendre lentement, produire plus tôt",
    description:
      "Une fonderie a doublé la durée de l’apprentissage. Les pièces bonnes du premier coup aussi.",
    author: "Honorine Delabrosse",
    hoursOld: 90,
    metadata: "rich",
    picture: "png",
    slow: true,
    about: "Answers only after 8 seconds: too slow to be read",
    paragraphs: [
      "On apprend à couler le bronze en regardant, puis en tenant la poche à deux, puis seul. À la fonderie, cela prenait six mois ; cela en prend douze, et personne ne demande à revenir en arrière.",
      "La proportion de pièces bonnes du premier coup a doublé. « On paie un an d’apprentissage, ou dix ans de rebut », dit la cheffe d’atelier.",
    ],
  },
];
