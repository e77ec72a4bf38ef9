/** What a hand reaches for is not there any more: the app has changed or closed it since it was looked at. */
export class NotOnScreen extends Error {
  override name = "NotOnScreen";
}
