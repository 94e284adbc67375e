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
            reportSeveral(text, name, parts, LocalizedText(zh: "名称", en: "names"))
            return nil
        }
    }

    /// Reads a list of addresses of the site. Several in one text, or one with the mark behind it that was to divide them, are an
    /// error.
    package mutating func addresses(_ name: String) -> [Located<String>] {
        texts(name).compactMap { text in
            let isDivider = { (scalar: Unicode.Scalar) in Self.separatesNames(scalar) || scalar == " " || scalar == "　"
            }
            let parts = text.value.unicodeScalars.split(whereSeparator: isDivider).map(String.init)
            let hasMarkAtEnd = text.value.unicodeScalars.last.map(Self.separatesNames) ?? false
            guard parts.count > 1 || parts.count == 1 && hasMarkAtEnd, parts.allSatisfy({ $0.hasPrefix("/") }) else {
                return text
            }
            reportSeveral(text, name, parts, LocalizedText(zh: "网址", en: "addresses"))
            return nil
        }
    }

    /// Reports an item of a list that holds several.
    private mutating func reportSeveral(
        _ text: Located<String>, _ name: String, _ parts: [String], _ what: LocalizedText
    ) {
        // The file names the whole list when it is not one of brackets or dashes.
        let isWhole = if case .scalar = trees[name]?.value { true } else { false }
        let list = parts.joined(separator: ", ")
        findings.append(
            Diagnostic(
                .metaType, at: text.range,
                message: parts.count > 1
                    ? LocalizedText(
                        zh: "“\(label(name).zh)”的一项里写了几个\(what.zh)。",
                        en: "One item of “\(label(name).en)” holds several \(what.en).")
                    : LocalizedText(
                        zh: "“\(label(name).zh)”的一项末尾多了一个标点。",
                        en: "One item of “\(label(name).en)” has a mark too many at its end."),
                help: LocalizedText(zh: "请写成列表：[\(list)]。", en: "Write a list: [\(list)]."),
                replacement: isWhole ? "[\(list)]" : list))
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
