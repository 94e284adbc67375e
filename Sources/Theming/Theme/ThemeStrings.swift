import Content
import Diagnostics
import Fields
import Rules
import Text
import Values

/// The strings of a theme and of those it extends: `strings/<language>.yaml`.
struct ThemeStrings {
    /// From the theme that a site names to the farthest that is extended.
    private let folders: [ThemeFolder]
    private let language: String
    /// Names in braces that the theme's scripts fill in; `nil` where they could not all be read.
    private let scriptPlaceholders: Set<String>?

    private var path: String { "strings/\(language).yaml" }

    init(_ folders: [ThemeFolder], scripts: [SourceFile], language: String) {
        self.folders = folders
        self.language = language
        let names = scripts.flatMap { Self.quotedPlaceholders(in: $0.bytes) }
        scriptPlaceholders = folders.contains(where: \.lacksFiles) ? nil : Set(names)
    }

    /// The words in the site's language; `nil` after findings when a file of them cannot be read: what is missing then is
    /// not known.
    func words(findings: inout [Diagnostic]) -> Words? {
        var texts: [String: String] = [:]
        var isReadable = true
        for folder in folders.reversed() {
            guard let file = folder.files[path] else { continue }
            guard
                let entries = YAMLMapping.read(
                    file, rule: .themeDescription, fieldNames: ContentSchema.allNames, findings: &findings)
            else {
                isReadable = false
                continue
            }
            let neighbours = Self.texts(of: folder.files[otherPath])
            for entry in entries {
                guard case .text(let text) = entry.value else {
                    findings.append(
                        ThemeDescription.wrongValue(entry, expected: LocalizedText(zh: "一段文字", en: "text")))
                    // It is there, and not missing too.
                    texts[entry.key.value] = texts[entry.key.value] ?? entry.key.value
                    continue
                }
                let key = entry.key.value
                if TextKey(rawValue: key) != nil, text.allSatisfy(\.isWhitespace) { findings.append(Self.empty(entry)) }
                findings += placeholderFindings(entry, text, known: [texts[key], neighbours[key]].compactMap(\.self))
                texts[key] = text
            }
        }
        // A file that is not there because it cannot be read has been told of.
        guard isReadable,
            !folders.contains(where: \.lacksFiles) || Words.needed.allSatisfy({ texts[$0] != nil })
        else { return nil }
        let misspelt = misspelt(texts)
        findings += misspelt.map { Self.misspelt($0.entry, as: $0.meant) }
        // Where templates ask for the word, it is told already.
        for word in misspelt { texts[word.meant] = texts[word.entry.key.value] }
        guard let finding = missing(texts, besides: Set(misspelt.map(\.meant))) else { return Words(texts) }
        findings.append(finding)
        // Without any word the file is what is missing, and not each word where it is used.
        return Words.needed.contains { texts[$0] != nil } ? Words(texts) : nil
    }

    /// A word that is there and says nothing: a link or a heading would have no text.
    private static func empty(_ entry: YAMLMapping.Entry) -> Diagnostic {
        Diagnostic(
            .themeMissingWord, at: entry.range,
            message: LocalizedText(zh: "词条“\(entry.key.value)”是空的。", en: "“\(entry.key.value)” is empty."))
    }

    private var otherPath: String {
        let other = SiteLanguage.allCases.first { $0.rawValue != language }
        return "strings/\(other?.rawValue ?? language).yaml"
    }

    /// The entries of the same theme in another language. What is wrong with them is told when a site has it.
    private static func texts(of file: SourceFile?) -> [String: String] {
        var findings: [Diagnostic] = []
        guard let file,
            let entries = YAMLMapping.read(
                file, rule: .themeDescription, fieldNames: ContentSchema.allNames, findings: &findings)
        else {
            return [:]
        }
        return Dictionary(
            entries.compactMap { entry in
                guard case .text(let text) = entry.value else { return nil }
                return (entry.key.value, text)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Entries of the nearest theme that no word of the program has the name of, and words that are missing and nearly have it.
    private func misspelt(_ texts: [String: String]) -> [(entry: YAMLMapping.Entry, meant: String)] {
        var missing = Words.needed.filter { texts[$0] == nil }
        guard !missing.isEmpty, missing.count < Words.needed.count else { return [] }
        let known = Set(Words.needed)
        return ownEntries.compactMap { entry in
            guard !known.contains(entry.key.value),
                let meant = NearestName.suggestion(for: entry.key.value, among: missing)
            else { return nil }
            missing.removeAll { $0 == meant }
            return (entry, meant)
        }
    }

    private static func misspelt(_ entry: YAMLMapping.Entry, as meant: String) -> Diagnostic {
        Diagnostic(
            .themeMissingWord, at: entry.key.range,
            message: LocalizedText(
                zh: "文字表没有词条“\(meant)”；这里写的是“\(entry.key.value)”。",
                en: "The strings have no “\(meant)”; here stands “\(entry.key.value)”."),
            help: LocalizedText(zh: "是否应为“\(meant)”？", en: "Did you mean “\(meant)”?"), replacement: meant)
    }

    /// What the strings of the theme that a site names say; nothing where they cannot be read.
    private var ownEntries: [YAMLMapping.Entry] {
        var findings: [Diagnostic] = []
        return folders.first?.files[path].flatMap { file in
            YAMLMapping.read(
                file, rule: .themeDescription, fieldNames: ContentSchema.allNames, findings: &findings)
        } ?? []
    }

    /// Entries that nothing asks for: they are misspelt, or left over.
    ///
    /// - Parameters:
    ///   - used: the words that templates ask for.
    ///   - told: findings about the strings, which may name one already.
    func unused(besides used: Set<String>, told: [Diagnostic]) -> [Diagnostic] {
        let known = used.union(Words.needed)
        let entries = ownEntries
        let own = Set(entries.map(\.key.value))
        let places = Set(told.compactMap(\.range))
        return entries.filter { !known.contains($0.key.value) && !places.contains($0.key.range) }.map { entry in
            let name = entry.key.value
            let meant =
                NearestName.suggestion(for: name, among: known.subtracting(own).sorted())
                ?? NearestName.suggestion(for: name, among: known.sorted())
            return Diagnostic(
                .themeUnusedWord, at: entry.key.range,
                message: LocalizedText(
                    zh: "词条“\(name)”没有用处：程序和模板都没有用到它。",
                    en: "“\(name)” has no effect: neither the program nor a template asks for it."),
                help: meant.map { LocalizedText(zh: "是否应为“\($0)”？", en: "Did you mean “\($0)”?") })
        }
    }

    /// - Parameter told: missing words that another finding names.
    private func missing(_ texts: [String: String], besides told: Set<String>) -> Diagnostic? {
        let missing = Words.needed.filter { texts[$0] == nil && !told.contains($0) }
        guard !missing.isEmpty else { return nil }
        guard missing.count < Words.needed.count else { return missingFile }
        let list = missing.joined(separator: ", ")
        let nearest = folders.lazy.compactMap { $0.files[path] }.first
        return Diagnostic(
            .themeMissingWord,
            at: (nearest ?? SourceFile(path: "themes/\(folders[0].name)/\(path)", bytes: [])).start,
            message: LocalizedText(zh: "文字表缺少词条：\(list)。", en: "The strings lack these words: \(list)."))
    }

    /// The finding about strings that are not there at all, or empty.
    private var missingFile: Diagnostic {
        let others = folders.flatMap { folder in folder.files.keys.filter { $0.hasPrefix("strings/") && $0 != path } }
            .filter { $0 != otherPath }.sorted()
        let hint = others.first.map { LocalizedText(zh: "（现在有 \($0)）", en: " (there is \($0))") }
        return Diagnostic(
            .themeMissingWord, at: SourceFile(path: "themes/\(folders[0].name)/\(path)", bytes: []).start,
            message: LocalizedText(
                zh: "主题没有文字表 \(path)，或者它是空的\(hint?.zh ?? "")。",
                en: "The theme has no strings in \(path), or the file is empty\(hint?.en ?? "")."),
            help: LocalizedText(
                zh: "请从默认主题复制 \(path)，再改其中的文字。", en: "Copy \(path) from the default theme and change its texts."))
    }

    // MARK: Placeholders

    /// - Parameter known: the same entry in the theme that is extended and in the other language.
    private func placeholderFindings(_ entry: YAMLMapping.Entry, _ text: String, known: [String]) -> [Diagnostic] {
        let ofProgram = TextKey(rawValue: entry.key.value).map { Set($0.placeholders) }
        let neighbours = Set(known.flatMap(Self.placeholders(in:)))
        // What a word of a theme's own is for, its scripts know; a neighbour that has the same name speaks for it too.
        guard let declared = ofProgram ?? scriptPlaceholders?.union(neighbours) else { return [] }
        let own = Self.placeholders(in: text)
        let wanted = neighbours.intersection(declared)
        let unknown = own.filter { !declared.contains($0) }
        if let name = unknown.first {
            return [unknownPlaceholder(name, entry, among: wanted.union(declared.isSubset(of: wanted) ? [] : declared))]
        }
        let lacking = wanted.subtracting(own).sorted()
        guard !lacking.isEmpty else { return [] }
        let list = lacking.map { "{\($0)}" }.joined(separator: " ")
        return [
            Diagnostic(
                .themeMissingPlaceholder, at: entry.range,
                message: LocalizedText(
                    zh: "词条“\(entry.key.value)”里没有 \(list)，另一种语言或上级主题里有。",
                    en: "“\(entry.key.value)” lacks \(list), which the other language or the extended theme has."))
        ]
    }

    private func unknownPlaceholder(
        _ name: String, _ entry: YAMLMapping.Entry, among known: Set<String>
    ) -> Diagnostic {
        let suggestion = NearestName.suggestion(for: name, among: known.sorted())
        let list = known.sorted().map { "{\($0)}" }
        let file = entry.range.file
        let place = file.bytes[entry.range.bytes].firstRange(of: "{\(name)}".utf8).map { file.range($0) }
        return Diagnostic(
            .themePlaceholder, at: place ?? entry.range,
            message: LocalizedText(
                zh: "词条“\(entry.key.value)”里的 {\(name)} 不会被替换。",
                en: "{\(name)} in “\(entry.key.value)” is not replaced by anything."),
            help: LocalizedText(
                zh: suggestion.map { "是否应为 {\($0)}？" }
                    ?? (list.isEmpty ? "这个词条没有可替换的名称。" : "可用的有：\(list.joined(separator: "、"))。"),
                en: suggestion.map { "Did you mean {\($0)}?" }
                    ?? (list.isEmpty
                        ? "Nothing is replaced in this entry." : "There are: \(list.joined(separator: ", ")).")),
            replacement: place == nil ? nil : suggestion.map { "{\($0)}" })
    }

    /// What stands in braces in a text and is a name, in its order.
    private static func placeholders(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        return places(ofNamesIn: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// The names in braces that are a text of a script by themselves: `"{count}"`.
    private static func quotedPlaceholders(in script: [UInt8]) -> [String] {
        func isQuote(_ index: Int) -> Bool { script.indices.contains(index) && "\"'`".utf8.contains(script[index]) }
        return places(ofNamesIn: script).filter { isQuote($0.lowerBound - 2) && isQuote($0.upperBound + 1) }.map {
            String(decoding: script[$0], as: UTF8.self)
        }
    }

    /// Where names stand in braces: letters and low lines alone.
    ///
    /// By bytes: a theme has hundreds of texts, and an expression would be compiled for each.
    private static func places(ofNamesIn bytes: [UInt8]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var open = bytes.firstIndex(of: "{")
        while let found = open {
            var end = found + 1
            while end < bytes.count, (bytes[end] | 0x20) &- 0x61 < 26 || bytes[end] == UInt8(ascii: "_") { end += 1 }
            if end > found + 1, end < bytes.count, bytes[end] == UInt8(ascii: "}") { places.append(found + 1..<end) }
            open = bytes.firstIndex(of: "{", from: end)
        }
        return places
    }
}
