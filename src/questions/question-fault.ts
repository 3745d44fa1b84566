/** What is wrong with how a question was asked; the message is the one line that whoever asks reads. */
export class QuestionFault extends Error {
  override readonly name = 'QuestionFault';
}
