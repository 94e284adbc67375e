import Diagnostics
import Rules
import Values

/// Words of vocabularies and names, alone and in lists.
extension FieldReader {
    /// Reads a list of short names. Several names in one text, as one writes them in a sentence, are an error.
    package mutating func names(_ name: String) -> [Located<String>] {
        texts(name).compactMap { text in
            guard text.value.unicodeScalars.contains(where: Self.separatesNames) else { return text }
            let parts = text.value.unicodeScalars.split(whereSeparator: Self.separatesNames).map {
                String($0).trimmingSpaces
            }
            guard parts.count > 1 else { return text }
            // The file names the whole list when it is not one of brackets or dashes.
            let isWhole = if case .scalar = trees[name]?.value { true } else { false }
            let list = parts.joined(separator: ", ")
            findings.append(
                Diagnostic(
                    .metaType, at: text.range,
                    message: LocalizedText(
                        zh: "“\(label(name).zh)”的一项里写了几个名称。", en: "One item of “\(label(name).en)” holds several names."
                    ),
                    help: LocalizedText(zh: "请写成列表：[\(list)]。", en: "Write a list: [\(list)]."),
                    replacement: isWhole ? "[\(list)]" : list))
            return nil
        }
    }

    mutating func word<Word: VocabularyWord>(_ tree: YAMLTree, _ name: String, as type: Word.Type) -> Located<
        Word
    >? {
        guard let text = scalar(tree, name, isText: false).map({ $0.map(Self.unquoted) }) else { return nil }
        if let list = list(of: type, in: text.value) {
            findings.append(severalWords(text, name, list: list, isWhole: isWhole(tree, name)))
            return nil
        }
        guard let word = Word(word: text.value) else {
            let words = Word.words
            let suggestion = NearestName.suggestion(for: text.value, among: words.flatMap { [$0.key, $0.chinese] })
            findings.append(
                Diagnostic(
                    .metaType, at: text.range,
                    message: LocalizedText(
                        zh: "“\(label(name).zh)”不能是“\(text.value)”。",
                        en: "“\(label(name).en)” cannot be “\(text.value)”."),
                    help: LocalizedText(
                        zh: (suggestion.map { "是否应为“\($0)”？" } ?? "") + "可以是：\(Word.choices.zh)。",
                        en: (suggestion.map { "Did you mean “\($0)”? " } ?? "") + "It is one of: \(Word.choices.en)."),
                    replacement: suggestion))
            return nil
        }
        return Located(word, at: text.range)
    }

    /// The words of a list that is written as one text, as `demand，process` is; `nil` for anything else.
    package func list<Word: VocabularyWord>(of type: Word.Type, in text: String) -> [String]? {
        let parts = text.unicodeScalars.split(whereSeparator: Self.separatesNames).map { String($0).trimmingSpaces }
        return parts.count > 1 && parts.allSatisfy { Word(word: $0) != nil } ? parts : nil
    }

    /// Whether a value is the whole of its field, not one item of a list in brackets or dashes.
    func isWhole(_ tree: YAMLTree, _ name: String) -> Bool { trees[name]?.range == tree.range }

    func severalWords(_ text: Located<String>, _ name: String, list: [String], isWhole: Bool) -> Diagnostic {
        let joined = list.joined(separator: ", ")
        return Diagnostic(
            .metaType, at: text.range,
            message: LocalizedText(
                zh: "“\(label(name).zh)”的各项要用英文逗号分开。", en: "Items of “\(label(name).en)” are separated by ASCII commas."
            ),
            help: LocalizedText(zh: "请写成 [\(joined)]。", en: "Write [\(joined)]."),
            replacement: isWhole ? "[\(joined)]" : joined)
    }

    private static func separatesNames(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "、", "，", ",", "；", ";": true
        default: false
        }
    }
}
