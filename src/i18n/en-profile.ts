/** «How social can you be?»: her answers, the advice, and the part of them that suggesters see. */
export const enProfile = {
  open: "How social can you be?",
  offer:
    "*How social can you be?* Two minutes, whenever you like; it holds nothing back. What you answer shapes what the team suggests: they see your subjects, your tone and your hours. The rest stays with you.",
  answered:
    ":white_check_mark: *Your answers are kept.* Suggesters see your subjects, your tone and your hours, nothing else. You can change them at any time on Firsthand’s Home.",
  title: "How social can you be?",
  submit: "Save",
  onlyHers: "These are the executive’s own answers. Nothing has changed.",
  lead: "Suggesters see your subjects, your tone and your hours. Everything else stays with you, and is never posted. Leave empty what you do not want to answer.",
  wanted: "Subjects you want",
  wantedWords: "Other subjects you want",
  notWanted: "Subjects you do not want",
  notWantedWords: "Other subjects you do not want",
  listHint: "Separated by commas.",
  pick: "Choose subjects",
  tone: "Your tone",
  toneHint: "How you speak: dry, warm, never joking about colleagues…",
  neverAnswer: "Whom you never answer",
  neverAnswerHint: "Accounts, or kinds of people. You alone read this.",
  challenge: "How much contradiction you can take",
  challengeNone: "Not asked yet",
  challenges: {
    none: "None at the moment",
    little: "A little",
    some: "Some",
    plenty: "Plenty: I like to argue",
  },
  reproach: "What you may be reproached for",
  reproachHint: "What somebody will bring up under your posts. You alone read this.",
  bothWays: (subject: string) => `«${subject}» is among the subjects you want, too.`,
  tooMany: (most: number) => `${most} subjects are the most. A short list is read.`,
  tooLong: (most: number) => `A subject has ${most} characters at most.`,
  adviceLead: "*Kept.* An honest word about it:",
  advice: {
    stay_off:
      ":zipper_mouth_face: *Stay off for now.* You take no contradiction at the moment, and there is something to reproach you for: whatever you post, that comes first. Saying nothing is a good answer, and nobody is told why.",
    prepare_answer:
      ":shield: *Prepare the answer first.* Somebody will bring up what you may be reproached for. Write down two sentences you can stand behind before the first post, and give them to whoever suggests.",
    answer_openly:
      ":speech_balloon: *Say it yourself.* You can take contradiction: one post that names what you may be reproached for, and what you do about it, is worth more than ten that avoid it.",
    expect_replies:
      ":ear: *Begin with what you know best.* Every post gets replies. You need not read or answer them, and scheduled times when you are elsewhere help.",
    choose_hours:
      ":crescent_moon: *Choose hours.* Cards may come at any time now. A few hours on your days are enough, and nobody waits for you outside them.",
    name_subjects:
      ":dart: *Name two or three subjects.* Without them the team suggests what interests the team.",
    name_never_answer:
      ":no_bell: *Decide whom you never answer*, before it matters: provocations are decided badly in the moment.",
    say_challenge:
      ":scales: *Say how much contradiction you can take.* It is the one thing nobody can guess.",
    ready:
      ":white_check_mark: *You are ready.* Post little, in your own words, and what you would say aloud.",
  },
  stayOff: "Stay off until I say",
  team: {
    lead: "*What she wants to speak about*",
    wants: "She wants:",
    wantsNot: "She does not want:",
    tone: "Her tone:",
    hours: "Her hours:",
  },
  refused: (subject: string) =>
    `:no_entry_sign: *She does not want this subject: ${subject}.* Nothing was sent yet. With a reason it is sent all the same, and she reads the reason; or choose another subject.`,
  reason: "Why all the same",
  reasonHint: "She reads this beside the article. It is never posted.",
  reasonTooLong: (most: number) =>
    `Together with «why it matters» that is more than ${most} characters. Please shorten one of them.`,
};
