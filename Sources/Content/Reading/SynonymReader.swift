import Diagnostics
import Fields
import Rules
import Values

/// Reads `synonyms.yaml`: a list of groups, each a list of words that mean the same to search.
enum SynonymReader {
    /// How many letters, digits and Han a word has: one alone stands on every other page.
    private static let wordLengths = 2...32

    /// The groups without what cannot be used, each with at least two words.
    static func groups(_ file: SourceFile, findings: inout [Diagnostic]) -> [[String]] {
        guard
            let tree = YAMLReader.read(
                file, range: 0..<file.bytes.count, fieldNames: ContentSchema.allNames, findings: &findings)
        else { return [] }
        // A file that only has remarks.
        if case .scalar(let text, isPlain: true) = tree.value, text.isEmpty { return [] }
        guard case .sequence(let items) = tree.value else {
            findings.append(shape(tree.range))
            return []
        }
        var first: [[UInt16]: SourceRange] = [:]
        return items.compactMap { item in
            guard case .sequence(let words) = item.value else {
                findings.append(shape(item.range))
                return nil
            }
            let before = findings.count
            let usable = words.compactMap { word(in: $0, first: &first, findings: &findings) }
            guard usable.count < 2 else { return usable }
            // A group that lacks a word because of a mistake has its finding.
            if findings.count == before { findings.append(alone(item.range)) }
            return nil
        }
    }

    /// - Parameter first: where each word stands first, by what search compares of it.
    private static func word(
        in tree: YAMLTree, first: inout [[UInt16]: SourceRange], findings: inout [Diagnostic]
    ) -> String? {
        guard case .scalar(let text, _) = tree.value, !text.isEmpty else {
            findings.append(shape(tree.range))
            return nil
        }
        let letters = TextFolding.letters(of: text)
        guard wordLengths.contains(letters.count) else {
            findings.append(length(of: text, at: tree.range, isShort: letters.count < wordLengths.lowerBound))
            return nil
        }
        if let place = first[letters] {
            findings.append(repeated(text, at: tree.range, first: place))
            return nil
        }
        first[letters] = tree.range
        return text
    }

    private static func shape(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .metaType, at: range,
            message: LocalizedText(
                zh: "同义词应是一个列表，每组一行，写成“- [词, 词]”。",
                en: "Synonyms are a list with a group a line, written `- [word, word]`."),
            help: LocalizedText(zh: "例如：- [沥青, 柏油]", en: "For example: - [asphalt, bitumen]"))
    }

    private static func alone(_ range: SourceRange) -> Diagnostic {
        Diagnostic(
            .metaSynonyms, at: range,
            message: LocalizedText(zh: "这一组里没有两个词。", en: "This group does not have two words."),
            help: LocalizedText(zh: "请补上意思相同的词，或删去这一组。", en: "Add a word that means the same, or remove the group."))
    }

    private static func length(of text: String, at range: SourceRange, isShort: Bool) -> Diagnostic {
        Diagnostic(
            .metaSynonyms, at: range,
            message: isShort
                ? LocalizedText(
                    zh: "“\(text)”太短，同义词至少 \(wordLengths.lowerBound) 个字。",
                    en: "“\(text)” is too short: a synonym has at least \(wordLengths.lowerBound) characters.")
                : LocalizedText(
                    zh: "“\(text)”太长，同义词至多 \(wordLengths.upperBound) 个字。",
                    en: "“\(text)” is too long: a synonym has at most \(wordLengths.upperBound) characters."),
            help: isShort
                ? LocalizedText(zh: "请写完整的词。", en: "Write the whole word.")
                : LocalizedText(zh: "同义词是词，不是句子。", en: "A synonym is a word, not a sentence."))
    }

    private static func repeated(_ text: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .metaSynonyms, at: range,
            message: LocalizedText(zh: "“\(text)”写了两次。", en: "“\(text)” is given twice."),
            help: LocalizedText(
                zh: "一个词只写在一组里；两组意思相同的，并成一组。",
                en: "A word stands in one group; join groups that mean the same."),
            related: [Diagnostic.Related(LocalizedText(zh: "先在这里写过", en: "it is here already"), at: first)])
    }
}

extension ContentSchema {
    /// `synonyms.yaml` has lists and no fields.
    package static let synonyms = ContentSchema(zh: "同义词", en: "synonyms", [])
}
