import type { Words } from "./words.js";

export const frProfile: Words["profile"] = {
  open: "Votre présence sociale",
  offer:
    "*Jusqu’où pouvez-vous vous exposer ?* Deux minutes, quand vous voulez ; cela ne retient rien. Vos réponses guident ce que l’équipe suggère : elle voit vos sujets, votre ton et vos heures. Le reste demeure chez vous.",
  answered:
    ":white_check_mark: *Vos réponses sont gardées.* L’équipe voit vos sujets, votre ton et vos heures, rien d’autre. Vous pouvez les changer à tout moment dans l’onglet Accueil de Firsthand.",
  title: "Votre présence sociale",
  submit: "Enregistrer",
  onlyHers: "Ce sont les réponses de la dirigeante seule. Rien n’a changé.",
  lead: "L’équipe voit vos sujets, votre ton et vos heures. Tout le reste demeure chez vous et n’est jamais publié. Laissez vide ce à quoi vous ne voulez pas répondre.",
  wanted: "Sujets que vous voulez",
  wantedWords: "Autres sujets que vous voulez",
  notWanted: "Sujets que vous ne voulez pas",
  notWantedWords: "Autres sujets que vous ne voulez pas",
  listHint: "Séparés par des virgules.",
  pick: "Choisir des sujets",
  tone: "Votre ton",
  toneHint: "Votre façon de parler : sobre, chaleureuse, jamais de blague sur des collègues…",
  neverAnswer: "À qui vous ne répondez jamais",
  neverAnswerHint: "Des comptes, ou des genres de personnes. Vous seule le lisez.",
  challenge: "Combien de contradiction vous supportez",
  challengeNone: "Pas encore dit",
  challenges: {
    none: "Aucune en ce moment",
    little: "Un peu",
    some: "Assez",
    plenty: "Beaucoup : j’aime débattre",
  },
  reproach: "Ce qu’on peut vous reprocher",
  reproachHint: "Ce que quelqu’un rappellera sous vos posts. Vous seule le lisez.",
  bothWays: (subject) => `« ${subject} » est aussi parmi les sujets que vous voulez.`,
  tooMany: (most) => `${most} sujets sont le maximum. Une liste courte se lit.`,
  tooLong: (most) => `Un sujet a ${most} caractères au plus.`,
  adviceLead: "*C’est gardé.* Un mot honnête là-dessus :",
  advice: {
    stay_off:
      ":zipper_mouth_face: *Restez en retrait pour l’instant.* Vous ne supportez aucune contradiction en ce moment, et il y a de quoi vous reprocher quelque chose : quoi que vous publiiez, cela passera devant. Ne rien dire est une bonne réponse, et personne n’apprend pourquoi.",
    prepare_answer:
      ":shield: *Préparez d’abord la réponse.* Quelqu’un rappellera ce qu’on peut vous reprocher. Écrivez deux phrases que vous assumez avant le premier post, et donnez-les à qui suggère.",
    answer_openly:
      ":speech_balloon: *Dites-le vous-même.* Vous supportez la contradiction : un post qui nomme ce qu’on peut vous reprocher, et ce que vous faites pour y remédier, vaut mieux que dix qui l’évitent.",
    expect_replies:
      ":ear: *Commencez par ce que vous connaissez le mieux.* Tout post reçoit des réponses. Vous n’êtes tenue ni de les lire ni d’y répondre, et des heures programmées quand vous êtes ailleurs aident.",
    choose_hours:
      ":crescent_moon: *Choisissez des heures.* Les cartes peuvent venir à toute heure. Quelques heures, vos jours, suffisent, et personne ne vous attend en dehors.",
    name_subjects:
      ":dart: *Nommez deux ou trois sujets.* Sans eux, l’équipe suggère ce qui intéresse l’équipe.",
    name_never_answer:
      ":no_bell: *Décidez à qui vous ne répondez jamais*, avant que cela compte : sur le moment, une provocation se décide mal.",
    say_challenge:
      ":scales: *Dites combien de contradiction vous supportez.* C’est la seule chose que personne ne devine.",
    ready:
      ":white_check_mark: *Vous êtes prête.* Publiez peu, avec vos mots, et ce que vous diriez à voix haute.",
  },
  stayOff: "Rester en retrait",
  team: {
    lead: "*Ce dont elle veut parler*",
    wants: "Elle veut :",
    wantsNot: "Elle ne veut pas :",
    tone: "Son ton :",
    hours: "Ses heures :",
  },
  refused: (subject) =>
    `:no_entry_sign: *Elle ne veut pas de ce sujet : ${subject}.* Rien n’a encore été envoyé. Avec une raison, c’est envoyé quand même, et elle lit la raison ; ou choisissez un autre sujet.`,
  reason: "Pourquoi quand même",
  reasonHint: "Elle le lit à côté de l’article. Ce n’est jamais publié.",
  reasonTooLong: (most) =>
    `Avec « pourquoi c’est important », cela fait plus de ${most} caractères. Raccourcissez l’un des deux.`,
};
