import Diagnostics

/// Checks every name of a page's template against the views that will be there, and makes the program that renders it.
struct TemplateCompiler {
    /// What a name can be looked up in, innermost last.
    private enum Scope {
        case view(ViewType)
        /// A piece of text: only `{{.}}` means anything in it.
        case text
    }

    /// What a name turned out to be.
    private enum Meaning {
        case field(TemplateProgram.FieldPlace, ViewFieldKind)
        case word(String)
    }

    private typealias Step = TemplateProgram.Step

    private let templates: [String: [TemplateNode]]
    private let words: Words
    private(set) var findings: [Diagnostic] = []
    private var reported: Set<Diagnostic> = []
    /// The partials and parents that are being read, to find those that include themselves.
    private var includes: [String] = []

    init(templates: [String: [TemplateNode]], words: Words) {
        self.templates = templates
        self.words = words
    }

    /// The program of a kind of page; what is wrong is added to `findings`.
    mutating func program(for kind: PageKind) -> TemplateProgram? {
        guard let nodes = templates[kind.rawValue] else { return nil }
        let scopes: [Scope] = [.view(PageContext.fields.type), .view(kind.viewType)]
        return TemplateProgram(steps: compile(nodes, scopes: scopes, blocks: [:]))
    }

    private mutating func compile(
        _ nodes: [TemplateNode], scopes: [Scope], blocks: [String: [TemplateNode]]
    ) -> [Step] {
        var steps: [Step] = []
        for node in nodes {
            switch node {
            case .text(let bytes): steps.append(.bytes(bytes))
            case .variable(let name, let isEscaped):
                if let step = variable(name, isEscaped: isEscaped, scopes: scopes) { steps.append(step) }
            case .section(let name, let isInverted, let children):
                if let step = section(name, isInverted: isInverted, children, scopes: scopes, blocks: blocks) {
                    steps.append(step)
                }
            case .partial(let name): steps += include(name, scopes: scopes, blocks: blocks)
            case .parent(let name, let children):
                var overrides = blocks
                var own: [Located<String>] = []
                for case .block(let block, let nodes) in children {
                    own.append(block)
                    // What a child gives wins over what its parent gives.
                    if overrides[block.value] == nil { overrides[block.value] = nodes }
                }
                checkBlockNames(own, of: name)
                steps += include(name, scopes: scopes, blocks: overrides)
            case .block(let name, let children):
                steps += compile(blocks[name.value] ?? children, scopes: scopes, blocks: blocks)
            }
        }
        return Self.joined(steps)
    }

    /// Neighbouring bytes as one step.
    private static func joined(_ steps: [Step]) -> [Step] {
        var joined: [Step] = []
        for step in steps {
            if case .bytes(let next) = step, case .bytes(let last) = joined.last {
                joined[joined.count - 1] = .bytes(last + next)
            } else {
                joined.append(step)
            }
        }
        return joined
    }

    private mutating func variable(_ name: Located<String>, isEscaped: Bool, scopes: [Scope]) -> Step? {
        if name.value == "." {
            if case .text = scopes.last { return .currentText }
            report(.templateUnknownName, name, zh: "这里的“.”不是文字。", en: "“.” is no text here.")
            return nil
        }
        switch resolve(name, scopes: scopes) {
        case nil: return nil
        case .word(let text):
            guard isEscaped else {
                reportEscaping(name, isHTML: false)
                return nil
            }
            return .bytes(Array(HTMLEscaping.escaped(text).utf8))
        case .field(let place, .text):
            if !isEscaped { reportEscaping(name, isHTML: false) }
            return .value(place, isEscaped: true)
        case .field(let place, .html):
            if isEscaped { reportEscaping(name, isHTML: true) }
            return .value(place, isEscaped: false)
        case .field:
            report(
                .templateUnknownName, name,
                zh: "“\(name.value)”不是文字，请写成 {{#\(name.value)}}…{{/\(name.value)}}。",
                en: "“\(name.value)” is no text: write {{#\(name.value)}}…{{/\(name.value)}}.")
            return nil
        }
    }

    private mutating func section(
        _ name: Located<String>, isInverted: Bool, _ children: [TemplateNode], scopes: [Scope],
        blocks: [String: [TemplateNode]]
    ) -> Step? {
        if name.value == "first()" || name.value == "last()" {
            let body = compile(children, scopes: scopes, blocks: blocks)
            guard !isInverted else {
                report(.templateSyntax, name, zh: "“\(name.value)”不能取反。", en: "“\(name.value)” cannot be inverted.")
                return nil
            }
            return name.value == "first()" ? .first(body) : .last(body)
        }
        guard let meaning = resolve(name, scopes: scopes) else { return nil }
        guard case .field(let place, let kind) = meaning else {
            report(.templateUnknownName, name, zh: "词条不能用作条件。", en: "A word cannot be a section.")
            return nil
        }
        guard !isInverted else { return .invertedSection(place, compile(children, scopes: scopes, blocks: blocks)) }
        var inner = scopes
        switch kind {
        case .view(let type), .list(let type): inner.append(.view(type()))
        case .text, .texts: inner.append(.text)
        case .html, .flag: break
        }
        return .section(place, compile(children, scopes: inner, blocks: blocks))
    }

    private mutating func include(
        _ name: Located<String>, scopes: [Scope], blocks: [String: [TemplateNode]]
    ) -> [Step] {
        guard let nodes = templates[name.value] else {
            let suggestion = NearestName.suggestion(for: name.value, among: templates.keys.sorted())
            report(
                .templateUnknownPartial, name,
                zh: "没有模板“\(name.value)”。" + (suggestion.map { "是否应为“\($0)”？" } ?? ""),
                en: "There is no template “\(name.value)”." + (suggestion.map { " Did you mean “\($0)”?" } ?? ""))
            return []
        }
        guard !includes.contains(name.value) else {
            let way = (includes + [name.value]).joined(separator: " → ")
            report(
                .templateUnknownPartial, name,
                zh: "模板“\(name.value)”引用了自己：\(way)。", en: "The template “\(name.value)” includes itself: \(way).")
            return []
        }
        includes.append(name.value)
        defer { includes.removeLast() }
        return compile(nodes, scopes: scopes, blocks: blocks)
    }

    /// Finds what a dotted name means; reports and returns `nil` when it means nothing.
    private mutating func resolve(_ name: Located<String>, scopes: [Scope]) -> Meaning? {
        let parts = name.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, parts[0] == "t" { return word(parts[1], name) }
        var known: [String] = []
        for (scope, element) in scopes.enumerated().reversed() {
            guard case .view(let type) = element else { continue }
            known += type.fields.map(\.name)
            guard let index = type.index(of: parts[0]) else { continue }
            return follow(parts.dropFirst(), from: type.fields[index], indices: [index], scope: scope, name)
        }
        unknown(name, part: parts[0], known: known)
        return nil
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
        if let text = words.text(named: key) { return .word(text) }
        let suggestion = NearestName.suggestion(for: key, among: words.keys.sorted())
        report(
            .themeMissingWord, name,
            zh: "文字表没有词条“\(key)”。" + (suggestion.map { "是否应为“\($0)”？" } ?? ""),
            en: "The strings have no word “\(key)”." + (suggestion.map { " Did you mean “\($0)”?" } ?? ""))
        return nil
    }

    // MARK: Blocks

    private mutating func checkBlockNames(_ blocks: [Located<String>], of parent: Located<String>) {
        guard let nodes = templates[parent.value] else { return }
        let known = blockNames(in: nodes, visited: [parent.value])
        for block in blocks where !known.contains(block.value) {
            unknown(block, part: block.value, known: known.sorted())
        }
    }

    private func blockNames(in nodes: [TemplateNode], visited: Set<String>) -> Set<String> {
        var names: Set<String> = []
        for node in nodes {
            switch node {
            case .block(let name, let children):
                names.insert(name.value)
                names.formUnion(blockNames(in: children, visited: visited))
            case .section(_, _, let children): names.formUnion(blockNames(in: children, visited: visited))
            case .parent(let name, let children):
                names.formUnion(blockNames(in: children, visited: visited))
                names.formUnion(blockNames(of: name.value, visited: visited))
            case .partial(let name): names.formUnion(blockNames(of: name.value, visited: visited))
            case .variable, .text: break
            }
        }
        return names
    }

    private func blockNames(of template: String, visited: Set<String>) -> Set<String> {
        guard !visited.contains(template), let nodes = templates[template] else { return [] }
        return blockNames(in: nodes, visited: visited.union([template]))
    }

    // MARK: Findings

    private mutating func reportEscaping(_ name: Located<String>, isHTML: Bool) {
        if isHTML {
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
        let finding = Diagnostic(rule, at: name.range, message: LocalizedText(zh: zh, en: en))
        if reported.insert(finding).inserted { findings.append(finding) }
    }
}
