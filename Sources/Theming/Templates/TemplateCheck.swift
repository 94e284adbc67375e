import Diagnostics

/// Checks every name in the templates of a theme against the views that will be there when the page is made.
struct TemplateCheck {
    /// What a name can be looked up in, innermost last.
    private enum Scope {
        case view(ViewType)
        /// A piece of text: only `{{.}}` means anything in it.
        case text
    }

    private let templates: [String: [TemplateNode]]
    private let words: Set<String>
    private var findings: [Diagnostic] = []
    private var reported: Set<Diagnostic> = []
    /// The partials and parents that are being checked, to find those that include themselves.
    private var includes: [String] = []

    static func findings(in templates: [String: [TemplateNode]], words: Set<String>) -> [Diagnostic] {
        var check = TemplateCheck(templates: templates, words: words)
        for kind in PageKind.allCases {
            guard let nodes = templates[kind.rawValue] else { continue }
            let root = ViewType(
                name: kind.rawValue, purpose: "",
                fields: PageContext.fields.type.fields + kind.viewType.fields)
            check.check(nodes, scopes: [.view(root)], blocks: [:])
        }
        return check.findings
    }

    private init(templates: [String: [TemplateNode]], words: Set<String>) {
        self.templates = templates
        self.words = words
    }

    private mutating func check(_ nodes: [TemplateNode], scopes: [Scope], blocks: [String: [TemplateNode]]) {
        for node in nodes {
            switch node {
            case .variable(let name, let isEscaped):
                checkVariable(name, isEscaped: isEscaped, scopes: scopes)
            case .section(let name, let isInverted, let children):
                checkSection(name, isInverted: isInverted, children: children, scopes: scopes, blocks: blocks)
            case .partial(let name):
                include(name, scopes: scopes, blocks: blocks)
            case .parent(let name, let children):
                var overrides = blocks
                var own: [Located<String>] = []
                for case .block(let block, let nodes) in children {
                    own.append(block)
                    if overrides[block.value] == nil { overrides[block.value] = nodes }
                }
                checkBlockNames(own, of: name)
                include(name, scopes: scopes, blocks: overrides)
            case .block(let name, let children):
                check(blocks[name.value] ?? children, scopes: scopes, blocks: blocks)
            }
        }
    }

    private mutating func checkVariable(_ name: Located<String>, isEscaped: Bool, scopes: [Scope]) {
        if name.value == "." {
            if case .text = scopes.last { return }
            report(
                .templateUnknownName, name,
                zh: "这里的“.”不是文字。", en: "“.” is no text here.")
            return
        }
        guard let kind = resolve(name, scopes: scopes) else { return }
        switch kind {
        case .text where isEscaped, .html where !isEscaped: break
        case .text:
            report(
                .templateEscaping, name,
                zh: "“\(name.value)”是文字，请写 {{\(name.value)}}，以免其中的字符被当作 HTML。",
                en: "“\(name.value)” is text: write {{\(name.value)}}, so that nothing in it is taken for HTML.")
        case .html:
            report(
                .templateEscaping, name,
                zh: "“\(name.value)”是成品 HTML，请写 {{{\(name.value)}}}。",
                en: "“\(name.value)” is finished HTML: write {{{\(name.value)}}}.")
        case .flag, .view, .list, .texts, .strings:
            report(
                .templateUnknownName, name,
                zh: "“\(name.value)”不是文字，请写成 {{#\(name.value)}}…{{/\(name.value)}}。",
                en: "“\(name.value)” is no text: write {{#\(name.value)}}…{{/\(name.value)}}.")
        }
    }

    private mutating func checkSection(
        _ name: Located<String>, isInverted: Bool, children: [TemplateNode], scopes: [Scope],
        blocks: [String: [TemplateNode]]
    ) {
        // Positions in a list: swift-mustache's transforms of the sequence.
        if ["first()", "last()"].contains(name.value) {
            check(children, scopes: scopes, blocks: blocks)
            return
        }
        guard let kind = resolve(name, scopes: scopes) else { return }
        var inner = scopes
        if !isInverted {
            switch kind {
            case .view(let type), .list(let type): inner.append(.view(type()))
            case .text, .texts, .html: inner.append(.text)
            case .flag, .strings: break
            }
        }
        check(children, scopes: inner, blocks: blocks)
    }

    private mutating func include(_ name: Located<String>, scopes: [Scope], blocks: [String: [TemplateNode]]) {
        guard let nodes = templates[name.value] else {
            let suggestion = NearestName.suggestion(for: name.value, among: templates.keys.sorted())
            report(
                .templateUnknownPartial, name,
                zh: "没有模板“\(name.value)”。" + (suggestion.map { "是否应为“\($0)”？" } ?? ""),
                en: "There is no template “\(name.value)”." + (suggestion.map { " Did you mean “\($0)”?" } ?? ""))
            return
        }
        guard !includes.contains(name.value) else {
            report(
                .templateUnknownPartial, name,
                zh: "模板“\(name.value)”引用了自己：\((includes + [name.value]).joined(separator: " → "))。",
                en: "The template “\(name.value)” includes itself: \((includes + [name.value]).joined(separator: " → ")).")
            return
        }
        includes.append(name.value)
        check(nodes, scopes: scopes, blocks: blocks)
        includes.removeLast()
    }

    /// Finds the field a dotted name means; reports and returns `nil` when there is none.
    private mutating func resolve(_ name: Located<String>, scopes: [Scope]) -> ViewFieldKind? {
        let parts = name.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var known: [String] = []
        var found: ViewType.Field?
        for case .view(let type) in scopes.reversed() {
            known += type.fields.map(\.name)
            if let field = type.field(named: parts[0]) {
                found = field
                break
            }
        }
        guard var field = found else {
            unknown(name, part: parts[0], known: known)
            return nil
        }
        for part in parts.dropFirst() {
            if field.name == "t" {
                guard words.contains(part) else {
                    unknownWord(name, part)
                    return nil
                }
                return .text
            }
            guard case .view(let type) = field.kind, let next = type().field(named: part) else {
                if case .view(let type) = field.kind {
                    unknown(name, part: part, known: type().fields.map(\.name))
                } else {
                    unknown(name, part: part, known: [])
                }
                return nil
            }
            field = next
        }
        return field.kind
    }

    private mutating func checkBlockNames(_ blocks: [Located<String>], of parent: Located<String>) {
        guard let nodes = templates[parent.value] else { return }
        let known = Self.blockNames(in: nodes, templates: templates, depth: 0)
        for block in blocks where !known.contains(block.value) {
            unknown(block, part: block.value, known: known.sorted())
        }
    }

    private static func blockNames(
        in nodes: [TemplateNode], templates: [String: [TemplateNode]], depth: Int
    ) -> Set<String> {
        guard depth < 8 else { return [] }
        var names: Set<String> = []
        for node in nodes {
            switch node {
            case .block(let name, let children):
                names.insert(name.value)
                names.formUnion(blockNames(in: children, templates: templates, depth: depth))
            case .section(_, _, let children):
                names.formUnion(blockNames(in: children, templates: templates, depth: depth))
            case .parent(let name, let children):
                names.formUnion(blockNames(in: children, templates: templates, depth: depth))
                names.formUnion(blockNames(in: templates[name.value] ?? [], templates: templates, depth: depth + 1))
            case .partial(let name):
                names.formUnion(blockNames(in: templates[name.value] ?? [], templates: templates, depth: depth + 1))
            case .variable: break
            }
        }
        return names
    }

    private mutating func unknown(_ name: Located<String>, part: String, known: [String]) {
        let suggestion = NearestName.suggestion(for: part, among: known)
        report(
            .templateUnknownName, name,
            zh: "这里没有名称“\(part)”。"
                + (suggestion.map { "是否应为“\($0)”？" } ?? (known.isEmpty ? "" : "可用的有：\(known.prefix(12).joined(separator: "、"))。")),
            en: "There is no “\(part)” here."
                + (suggestion.map { " Did you mean “\($0)”?" }
                    ?? (known.isEmpty ? "" : " There are: \(known.prefix(12).joined(separator: ", ")).")))
    }

    private mutating func unknownWord(_ name: Located<String>, _ key: String) {
        let suggestion = NearestName.suggestion(for: key, among: words.sorted())
        report(
            .themeMissingWord, name,
            zh: "文字表没有词条“\(key)”。" + (suggestion.map { "是否应为“\($0)”？" } ?? ""),
            en: "The strings have no word “\(key)”." + (suggestion.map { " Did you mean “\($0)”?" } ?? ""))
    }

    /// A template that many pages include is reported once for each mistake.
    private mutating func report(_ rule: Rule, _ name: Located<String>, zh: String, en: String) {
        let finding = Diagnostic(rule, at: name.range, message: LocalizedText(zh: zh, en: en))
        if reported.insert(finding).inserted { findings.append(finding) }
    }
}
