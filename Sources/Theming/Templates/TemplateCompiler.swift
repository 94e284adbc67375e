import Diagnostics
import Rules
import SiteModel

/// Checks every name of a page's template against the views that will be there, and makes the program that renders it.
///
/// A block is compiled with the names and blocks of the place where it is written, as a function takes an argument: a
/// block in itself, or a part in a part of its kind, is no circle.
struct TemplateCompiler {
    /// What a name can be looked up in, innermost last.
    private enum Scope {
        case view(ViewType)
        /// A piece of text: only `{{.}}` means anything in it.
        case text(isAddress: Bool)
    }

    /// What a name turned out to be.
    private enum Meaning {
        case field(TemplateProgram.FieldPlace, ViewFieldKind)
        case word(String)
    }

    /// What stands in a block instead of its default, with what is around the place where it is written.
    private struct Override {
        let nodes: [TemplateNode]
        let place: Place
    }

    /// What is around a piece of a template.
    private struct Place {
        /// What its blocks show instead of their defaults.
        let blocks: [String: Override]
        /// The templates that lead to it, to find those that include themselves.
        let includes: [String]
    }

    private typealias Step = TemplateProgram.Step

    private let templates: [String: [TemplateNode]]
    private let names: TemplateNames
    private let limits: TemplateLimits
    /// `nil` when they could not be read: then every key is taken for one.
    private let words: Words?
    /// The words that the templates ask for.
    private(set) var usedWords: Set<String> = []
    private(set) var findings: [Diagnostic] = []
    private var reported: Set<Diagnostic> = []
    private var depth = 0
    private var parts = 0
    private var bytes = 0
    /// Whether a limit was reached: what is behind it is not looked at, for any page.
    private(set) var isExhausted = false

    init(templates: [String: [TemplateNode]], words: Words?, limits: TemplateLimits = TemplateLimits()) {
        self.templates = templates
        self.words = words
        self.limits = limits
        names = TemplateNames(templates)
    }

    /// The program of a kind of page; what is wrong is added to `findings`.
    mutating func program(for kind: PageKind) -> TemplateProgram? {
        guard let nodes = templates[kind.rawValue] else { return nil }
        let scopes: [Scope] = [.view(PageContext.fields.type), .view(kind.viewType)]
        (depth, parts, bytes) = (0, 0, 0)
        let steps = compile(nodes, scopes: scopes, in: Place(blocks: [:], includes: [kind.rawValue]))
        guard !isExhausted else { return TemplateProgram(steps: []) }
        for finding in MarkupCheck.findings(in: steps, limits: limits) { add(finding) }
        return TemplateProgram(steps: steps)
    }

    private mutating func compile(_ nodes: [TemplateNode], scopes: [Scope], in place: Place) -> [Step] {
        var steps: [Step] = []
        for node in nodes {
            guard !isExhausted else { return steps }
            parts += 1
            switch node {
            case .text(let text, let range):
                bytes += text.count
                steps.append(.bytes(text, at: range))
                isWithinLimits(at: range, place)
            case .variable(let name, let isEscaped):
                if let step = variable(name, isEscaped: isEscaped, scopes: scopes) { steps.append(step) }
                isWithinLimits(at: name.range, place)
            case .section(let name, let isInverted, let children):
                guard enter(at: name.range, place) else { return steps }
                if let step = section(name, isInverted: isInverted, children, scopes: scopes, in: place) {
                    steps.append(step)
                }
                depth -= 1
            case .partial(let name): steps += include(name, scopes: scopes, blocks: place.blocks, in: place)
            case .parent(let name, let children):
                steps += include(name, scopes: scopes, blocks: overrides(children, of: name, in: place), in: place)
            case .block(let name, let children):
                guard enter(at: name.range, place) else { return steps }
                let override = place.blocks[name.value]
                steps += compile(override?.nodes ?? children, scopes: scopes, in: override?.place ?? place)
                depth -= 1
            }
        }
        return steps
    }

    /// The blocks that a parent is given: what a child gives wins over what its parent gives.
    private mutating func overrides(
        _ children: [TemplateNode], of parent: Located<String>, in place: Place
    ) -> [String: Override] {
        var overrides = place.blocks
        var own: [String: Override] = [:]
        for case .block(let block, let nodes) in children {
            if let known = names.blocks(of: parent.value), !known.contains(block.value) {
                unknown(block, part: block.value, known: known.sorted())
            }
            if own[block.value] == nil { own[block.value] = Override(nodes: nodes, place: place) }
        }
        overrides.merge(own) { given, _ in given }
        return overrides
    }

    // MARK: Limits

    /// Begins a part inside another; `false` when there are too many of them.
    private mutating func enter(at range: SourceRange, _ place: Place) -> Bool {
        guard isWithinLimits(at: range, place) else { return false }
        guard depth < limits.depth else {
            exhaust(
                at: range, place, zh: "模板合在一起，标记套了超过 \(limits.depth) 层。",
                en: "Put together, the templates nest tags more than \(limits.depth) deep.")
            return false
        }
        depth += 1
        return true
    }

    @discardableResult
    private mutating func isWithinLimits(at range: SourceRange, _ place: Place) -> Bool {
        guard !isExhausted else { return false }
        guard parts > limits.parts || bytes > limits.bytes else { return true }
        exhaust(
            at: range, place, zh: "一个页面的模板合在一起太大（上限是 \(limits.parts) 处标记和文字，\(limits.bytes >> 10) KiB）。",
            en:
                "Put together, the templates of one page are too large (\(limits.parts) tags and texts, \(limits.bytes >> 10) KiB at most)."
        )
        return false
    }

    private mutating func exhaust(at range: SourceRange, _ place: Place, zh: String, en: String) {
        isExhausted = true
        let way = place.includes.joined(separator: " → ")
        add(
            Diagnostic(
                .templateLimit, at: range, message: LocalizedText(zh: zh, en: en),
                help: LocalizedText(zh: "引用的次序是：\(way)。", en: "They include each other so: \(way).")))
    }

    // MARK: Tags

    private mutating func variable(_ name: Located<String>, isEscaped: Bool, scopes: [Scope]) -> Step? {
        if name.value == "." {
            if case .text(let isAddress) = scopes.last {
                return .currentText(at: name.range, isAddress ? .address : .text)
            }
            report(.templateUnknownName, name, zh: "这里的“.”不是文字。", en: "“.” is no text here.")
            return nil
        }
        switch resolve(name, scopes: scopes) {
        case nil: return nil
        case .word(let text):
            guard isEscaped else {
                reportEscaping(name, isFinished: false)
                return nil
            }
            let bytes = Array(HTMLEscaping.escaped(text).utf8)
            self.bytes += bytes.count
            return .word(bytes, at: name.range)
        case .field(let place, let kind):
            guard let content = TemplateProgram.ValueContent(kind) else {
                report(
                    .templateUnknownName, name,
                    zh: "“\(name.value)”不是文字，请写成 {{#\(name.value)}}…{{/\(name.value)}}。",
                    en: "“\(name.value)” is no text: write {{#\(name.value)}}…{{/\(name.value)}}.")
                return nil
            }
            if isEscaped == content.isFinished { reportEscaping(name, isFinished: content.isFinished) }
            return .value(place, content, at: name.range)
        }
    }

    private mutating func section(
        _ name: Located<String>, isInverted: Bool, _ children: [TemplateNode], scopes: [Scope], in place: Place
    ) -> Step? {
        if name.value == "first()" || name.value == "last()" {
            let body = compile(children, scopes: scopes, in: place)
            guard !isInverted else {
                report(.templateSyntax, name, zh: "“\(name.value)”不能取反。", en: "“\(name.value)” cannot be inverted.")
                return nil
            }
            return name.value == "first()" ? .first(body) : .last(body)
        }
        guard let meaning = resolve(name, scopes: scopes) else { return nil }
        guard case .field(let field, let kind) = meaning else {
            report(.templateUnknownName, name, zh: "词条不能用作条件。", en: "A word cannot be a section.")
            return nil
        }
        guard !isInverted else { return .invertedSection(field, compile(children, scopes: scopes, in: place)) }
        var inner = scopes
        var repeats = false
        switch kind {
        case .view(let type): inner.append(.view(type()))
        case .list(let type):
            inner.append(.view(type()))
            repeats = true
        case .text: inner.append(.text(isAddress: false))
        case .address: inner.append(.text(isAddress: true))
        case .texts:
            inner.append(.text(isAddress: false))
            repeats = true
        case .html, .json, .flag: break
        }
        return .section(field, repeats: repeats, compile(children, scopes: inner, in: place), at: name.range)
    }

    private mutating func include(
        _ name: Located<String>, scopes: [Scope], blocks: [String: Override], in place: Place
    ) -> [Step] {
        guard let nodes = templates[name.value] else {
            let suggestion = NearestName.suggestion(for: name.value, among: templates.keys.sorted())
            report(
                .templateUnknownPartial, name,
                zh: "没有模板“\(name.value)”。" + (suggestion.map { "是否应为“\($0)”？" } ?? ""),
                en: "There is no template “\(name.value)”." + (suggestion.map { " Did you mean “\($0)”?" } ?? ""))
            return []
        }
        guard !place.includes.contains(name.value) else {
            let way = (place.includes.drop { $0 != name.value } + [name.value]).joined(separator: " → ")
            report(
                .templateUnknownPartial, name,
                zh: "模板“\(name.value)”引用了自己：\(way)。", en: "The template “\(name.value)” includes itself: \(way).")
            return []
        }
        guard enter(at: name.range, place) else { return [] }
        defer { depth -= 1 }
        return compile(nodes, scopes: scopes, in: Place(blocks: blocks, includes: place.includes + [name.value]))
    }

    /// Finds what a dotted name means; reports and returns `nil` when it means nothing.
    private mutating func resolve(_ name: Located<String>, scopes: [Scope]) -> Meaning? {
        let parts = Self.parts(of: name.value)
        if parts.count == 2, parts[0] == "t" { return word(parts[1], name) }
        for scope in scopes.indices.reversed() {
            guard case .view(let type) = scopes[scope], let index = type.index(of: parts[0]) else { continue }
            return follow(parts.dropFirst(), from: type.fields[index], indices: [index], scope: scope, name)
        }
        let known = scopes.reversed().flatMap { scope -> [String] in
            guard case .view(let type) = scope else { return [] }
            return type.fields.map(\.name)
        }
        unknown(name, part: parts[0], known: known)
        return nil
    }

    /// What stands between the dots of a name: nearly all have none.
    private static func parts(of name: String) -> [String] {
        guard name.utf8.contains(UInt8(ascii: ".")) else { return [name] }
        return name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map {
            String(Substring($0))
        }
    }

    private mutating func follow(
        _ parts: ArraySlice<String>, from field: ViewType.Field, indices: [Int], scope: Int, _ name: Located<String>
    ) -> Meaning? {
        guard let part = parts.first else {
            return .field(TemplateProgram.FieldPlace(scope: scope, fields: indices), field.kind)
        }
        guard case .view(let type) = field.kind else {
            unknown(name, part: part, known: [])
            return nil
        }
        let inner = type()
        guard let index = inner.index(of: part) else {
            unknown(name, part: part, known: inner.fields.map(\.name))
            return nil
        }
        return follow(parts.dropFirst(), from: inner.fields[index], indices: indices + [index], scope: scope, name)
    }

    private mutating func word(_ key: String, _ name: Located<String>) -> Meaning? {
        usedWords.insert(key)
        guard let words else { return .word("") }
        if let text = words.text(named: key) { return .word(text) }
        let suggestion = NearestName.suggestion(for: key, among: words.keys.sorted())
        report(
            .themeMissingWord, name,
            zh: "文字表没有词条“\(key)”。" + (suggestion.map { "是否应为“\($0)”？" } ?? ""),
            en: "The strings have no word “\(key)”." + (suggestion.map { " Did you mean “\($0)”?" } ?? ""))
        return nil
    }

    // MARK: Findings

    private mutating func reportEscaping(_ name: Located<String>, isFinished: Bool) {
        if isFinished {
            report(
                .templateEscaping, name,
                zh: "“\(name.value)”是成品 HTML，请写 {{{\(name.value)}}}。",
                en: "“\(name.value)” is finished HTML: write {{{\(name.value)}}}.")
        } else {
            report(
                .templateEscaping, name,
                zh: "“\(name.value)”是文字，请写 {{\(name.value)}}，以免其中的字符被当作 HTML。",
                en: "“\(name.value)” is text: write {{\(name.value)}}, so that nothing in it is taken for HTML.")
        }
    }

    private mutating func unknown(_ name: Located<String>, part: String, known: [String]) {
        let suggestion = NearestName.suggestion(for: part, among: known)
        let list = known.prefix(12)
        report(
            .templateUnknownName, name,
            zh: "这里没有名称“\(part)”。"
                + (suggestion.map { "是否应为“\($0)”？" } ?? (known.isEmpty ? "" : "可用的有：\(list.joined(separator: "、"))。")),
            en: "There is no “\(part)” here."
                + (suggestion.map { " Did you mean “\($0)”?" }
                    ?? (known.isEmpty ? "" : " There are: \(list.joined(separator: ", ")).")))
    }

    /// A template that many pages include is reported once for each mistake.
    private mutating func report(_ rule: Rule, _ name: Located<String>, zh: String, en: String) {
        add(Diagnostic(rule, at: name.range, message: LocalizedText(zh: zh, en: en)))
    }

    private mutating func add(_ finding: Diagnostic) {
        if reported.insert(finding).inserted { findings.append(finding) }
    }
}
