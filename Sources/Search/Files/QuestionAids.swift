/// What helps the script to understand a question that no page has as it is typed.
struct QuestionAids: Sendable {
    /// Groups of words that mean the same, each of at least two.
    let synonyms: [[String]]
    /// How the Han of names are read.
    let readings: NameReadings

    func write(text: TextCode, to writer: inout BitWriter) {
        writer.writeGamma(synonyms.count + 1)
        for group in synonyms {
            writer.writeGamma(group.count - 1)
            for word in group { text.write(word, to: &writer) }
        }
        readings.write(text: text, to: &writer)
    }
}
