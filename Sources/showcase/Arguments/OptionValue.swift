import ArgumentParser

/// Reads the values of options, with messages in both languages: no site is known yet that would say which one to use.
enum OptionValue {
    /// - Parameters:
    ///   - hint: what to write instead, in English and Chinese.
    ///   - read: `nil` for a text that is no such value.
    static func parse<Value>(_ text: String, hint: String, read: (String) -> Value?) throws -> Value {
        guard let value = read(text) else { throw ValidationError("Write \(hint)") }
        return value
    }

    /// One of a few words.
    static func word<Word: RawRepresentable & CaseIterable>(_ text: String) throws -> Word
    where Word.RawValue == String {
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        return try parse(text, hint: "one of \(words). 可以写：\(words)。") { Word(rawValue: $0) }
    }
}
