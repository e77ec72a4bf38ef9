import type { Words } from "./words.js";

export const frForms: Words["forms"] = {
  cancel: "Fermer",
  answerTitle: "Firsthand",
  suggest: {
    title: "Suggérer un article",
    submit: "Suggérer",
    url: "Lien de l’article",
    urlHint: "Le lien public, commençant par https://",
    note: "Pourquoi elle, pourquoi maintenant",
    noteHint: "Elle le lit à côté de l’article. Ce n’est jamais publié.",
    reproach: "Ce qu’on peut lui reprocher",
    reproachHint: "Ce qu’on peut lui reprocher, et votre réponse. Elle seule le lit.",
    subject: "Sujet",
    noSubject: "Choisir un sujet",
    urgency: "À quel point c’est urgent",
    urgencies: {
      today: "Aujourd’hui : demain c’est trop tard",
      this_week: "Cette semaine",
      any_time: "Peu importe quand",
    },
    draft: "Un brouillon pour elle",
    draftHint:
      "Laissez vide et elle reçoit le titre cité avec le lien. Écrivez-y le lien s’il doit être publié.",
  },
  count: (count, most) => `${count} sur ${most}`,
  countOver: (count, most, over) => `:warning: ${count} sur ${most} : ${over} de trop pour un post`,
  rewrite: {
    title: "Avec vos mots",
    submit: "Approuver et publier",
    text: "Votre post",
    postsAs: (handle, seconds) =>
      seconds === 0
        ? `« Approuver et publier » publie exactement ceci par *@${handle}*, tout de suite.`
        : `« Approuver et publier » publie exactement ceci par *@${handle}* après ${seconds === 1 ? "une seconde pendant laquelle" : `${seconds} secondes pendant lesquelles`} vous pouvez l’arrêter.`,
  },
  confirm: {
    title: "Pas encore publié",
    submit: "Approuver et publier",
    lead: "*X recevra exactement ceci.* Slack a transmis votre texte sous une autre écriture (émojis ou signes), alors regardez encore une fois :",
  },
  altered: {
    title: "Pas encore publié",
    submit: "Approuver et publier",
    leadForm:
      ":warning: *Ce formulaire n’est pas revenu tel que nous l’avons dessiné*, donc rien n’a été publié. Exactement ce qui est dans le champ partira :",
    lead: ":warning: *La carte sur laquelle vous avez appuyé n’était pas telle que nous l’avons dessinée*, donc rien n’a été publié. X recevra exactement ceci :",
  },
  concern: {
    title: "Pas encore publié",
    submit: "Approuver et publier",
    lead: "*Lisez d’abord ceci* ; rien n’a été publié. Si cela doit tout de même partir, X recevra exactement ceci :",
  },
  schedule: {
    title: "Choisir l’heure",
    submit: "Approuver et programmer",
    lead: (handle) => `Exactement ceci partira par *@${handle}* à l’heure choisie :`,
    text: "Votre post",
    keepWords: "Ici les mots restent tels quels. Pour les changer, fermez et appuyez sur « Réécrire ».",
    when: "Quand",
    whenHint: (zone) => `Affiché dans le fuseau horaire de votre Slack. Le vôtre est ${zone}.`,
  },
  reason: {
    title: "Votre raison",
    submit: "Envoyer",
    reason: "Avec vos mots",
    hint: "Seule la personne qui l’a suggéré lit ceci.",
  },
};
