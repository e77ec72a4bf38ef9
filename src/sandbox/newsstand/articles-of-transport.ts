import type { NewsArticle } from "./news-article.js";
import { almarfa, filDuRail, harbourLedger } from "./publications.js";

export const articlesOfTransport: readonly NewsArticle[] = [
  {
    path: "/fil-du-rail/trains-de-nuit",
    publication: filDuRail,
    language: "fr-FR",
    title: "Les trains de nuit retrouvent leurs voyageurs d’affaires",
    description:
      "Trois entreprises sur dix remboursent désormais la couchette plutôt que le premier vol du matin. Enquête à bord du 22 h 14.",
    author: "Solène Marchadier",
    hoursOld: 5,
    metadata: "rich",
    picture: "png",
    about: "French, everything right: Open Graph, JSON-LD, a picture",
    paragraphs: [
      "À 22 h 14, le quai numéro 3 ressemble à une salle d’embarquement qui aurait perdu ses portiques. Des valises cabine, deux ordinateurs ouverts sur les genoux, un chef de bord qui salue les habitués par leur prénom. Il y a cinq ans, ce train ne transportait plus que des skieurs et des étudiants.",
      "Selon le baromètre des déplacements publié cette semaine, trois entreprises sur dix remboursent maintenant la couchette au lieu du premier vol. La raison avancée n’est pas le climat, du moins pas d’abord : c’est l’heure d’arrivée. « On descend à 7 h 40 au centre-ville, on a dormi, et personne ne s’est levé à quatre heures », résume une directrice des achats.",
      "Reste la fiabilité. Un train sur neuf est encore arrivé avec plus d’une heure de retard au premier semestre, la plupart du temps à cause de travaux de nuit. Les exploitants promettent un plan de sillons protégés pour l’an prochain ; les voyageurs, eux, demandent surtout qu’on les prévienne avant minuit.",
    ],
  },
  {
    path: "/harbour-ledger/quay-batteries",
    publication: harbourLedger,
    language: "en-GB",
    title: "The quay that stores its own sunshine",
    description:
      "A mid-sized port replaced diesel cranes with batteries charged at noon. Two years in, the accountants are happier than the engineers.",
    author: "Imogen Tarrant",
    hoursOld: 9,
    metadata: "rich",
    picture: "png",
    about: "One article at two addresses: the plain one, and one with tracking parameters",
    alsoAt: {
      kind: "query",
      query: "?utm_source=newsletter&utm_medium=email&fbclid=IwAR3example",
      about: "The same article again, with tracking parameters: a repeat to notice",
    },
    paragraphs: [
      "The cranes at the east quay make so little noise that the dockers asked for a bell. Since the diesel sets went, everything that lifts a container here runs on a row of batteries the size of two tennis courts, charged at noon when power costs next to nothing.",
      "The business case was drawn up on fuel alone and has been beaten by maintenance: no filters, no oil, a third of the call-outs. The engineers are more reserved. Two winters of short days showed that the store is a third too small, and that nobody had written down who decides when to buy from the grid.",
      "Other ports have come to look. What they take home, says the operations manager, is rarely the battery. It is the shift plan: heavy lifts moved to the early afternoon, agreed with the crews before the first cable was laid.",
    ],
  },
  {
    path: "/harbour-ledger/customs-single-form",
    publication: harbourLedger,
    language: "en-GB",
    title: "One form instead of eleven: what happened when customs asked the clerks",
    description: "The most boring reform of the year may also be the most useful one.",
    author: "Desmond Achterberg",
    hoursOld: 30,
    metadata: "rich",
    picture: "dead",
    about: "Its picture is dead (404): the card must come all the same",
    paragraphs: [
      "For thirty years a pallet of tiles entering the harbour came with eleven forms. Nobody defended them. Nobody could say which could go, either, until somebody put the seven clerks who fill them in one room for a week and let them cross out.",
      "What is left fits on one page. Clearance fell from nineteen hours to six, and the error rate with it, since the same weight is no longer typed four times by four people.",
    ],
  },
  {
    path: "/almarfa/second-harbour",
    publication: almarfa,
    language: "ar",
    title: "المرفأ الثاني يفتح أبوابه: 40% من الشحن إلى السكك الحديدية",
    description: "بعد ستة أعوام من الأعمال، يراهن المرفأ الجديد على القطار بدل الشاحنة.",
    author: "ليان الحدّاد",
    hoursOld: 14,
    metadata: "rich",
    picture: "png",
    about: "Arabic, right to left, with a number inside the title",
    paragraphs: [
      "افتُتح صباح اليوم الرصيف الأول من المرفأ الثاني بعد ستة أعوام من الأعمال. وتقول الإدارة إن أربعين في المئة من الحاويات ستغادر على السكك الحديدية منذ السنة الأولى.",
      "غير أن السائقين يسألون عمّا سيحلّ بعملهم. وقد وعدت الإدارة بتدريب مئتي سائق على تشغيل القاطرات قبل نهاية العام.",
    ],
  },
];
