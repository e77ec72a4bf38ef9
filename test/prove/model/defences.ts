/** Each defence of the publishing protocol by name, with what it says. Switched off one at a time by the proof. */
export const defences = {
  userCheck: "only her own press approves",
  messageIsTheRecorded: "the message pressed on is the message recorded",
  blocksCompared: "the words on the message pressed are those Slack was given",
  digestAtPress: "the digest of the button is that of the newest wording",
  sealOverText: "the seal over the approved text holds at the call",
  partIsApproved: "the words to send are the approved words, compared at the call",
  deliveryOnce: "a press delivered again is taken once",
  oneLivePost: "one live post per suggestion",
  arrows: "states move along the table's arrows only",
  scheduledAtClaim: "only a scheduled post is begun",
  claimOnce: "the claim is a compare-and-swap",
  lock: "a second process on the same database is refused",
  intentFirst: "the intent is committed before the call",
  witnessFirst: "her card says «Posting…» before the call",
  readHolds: "posts wait until Slack has said what her direct message shows",
  readBeforeDrawing: "nothing is drawn over a witness that is unread",
  readBeforeMissed: "«missed» is not said while the witness is unread",
  readBeforeHands: "the former executive's direct message is read before hands change",
  bothRead: "the direct messages of the former executive and the next are both read",
  unreadHandsStay: "with the former executive's direct message unread, nothing starts for another",
  aheadFreezes: "a witness ahead of the database freezes",
  freezeGivesBack: "what was scheduled is given back when frozen",
  interruptedAsks: "a post found interrupted is asked about",
  recoverBeforeHands: "what was interrupted is asked about before hands change",
  noBlindRetry: "what proves nothing is not sent again",
  fiveHundredIsUnclear: "a 5xx is not a refusal",
  absenceProvesNothing: "a look-up without a match asks",
  lookBeforeRepeat: "words that may stand there already are looked for before the call",
  lookAnswered: "a look without an answer before such words: not sent",
  duplicateLooks: "a refused duplicate of an unclear attempt is looked up",
  lookAfterFreeze: "after a freeze, words suggested before it are looked for before the call",
  lateAtClaim: "an overdue post is missed, not begun",
  lateAtCall: "ten minutes hold at the call itself",
  handsCancel: "a change of hands cancels what was scheduled",
  pauseAtBegin: "while she has paused no post is begun",
  pauseAtCall: "a pause pressed meanwhile is looked at right before the call",
  handsAtCall: "executive and account are compared at the call",
  accountMet: "posts wait until X has said whose tokens these are",
  refusedTokens: "tokens that X took for nobody's are refused without a call",
  undoIntentFirst: "the wish to take down is committed before the call",
  owedSurvives: "a card owed is a row",
} as const;
export type Defence = keyof typeof defences;
export type DefenceSet = Readonly<Record<Defence, boolean>>;

export const defenceNames = Object.keys(defences) as Defence[];

export function allBut(...off: readonly Defence[]): DefenceSet {
  return Object.fromEntries(defenceNames.map((name) => [name, !off.includes(name)])) as DefenceSet;
}

/** Lost words are the nearest harm of these; the graver one, a few steps further, is shown too. */
export const graverToo: readonly Defence[] = ["aheadFreezes", "freezeGivesBack"];

/** What needs more than two faults at a time to do harm. */
export const faultsNeeded: Partial<Readonly<Record<Defence, number>>> = {
  readBeforeMissed: 3,
  unreadHandsStay: 3,
};

/** Defences another one stands behind: alone they find nothing, the pair must. */
export const coveredBy: Partial<Readonly<Record<Defence, Defence>>> = {
  arrows: "scheduledAtClaim",
  scheduledAtClaim: "arrows",
  pauseAtBegin: "pauseAtCall",
  handsCancel: "handsAtCall",
  handsAtCall: "handsCancel",
  lateAtClaim: "lateAtCall",
  readHolds: "readBeforeDrawing",
};
