import Diagnostics
import Rules

/// Finds the values of a template that stand where escaping does not protect: in scripts, styles, comments, names of
/// tags, and where an address has its scheme.
///
/// The markup is read once from the beginning to the end. What depends on a condition leaves several states, all of which
/// the rest is read in.
struct MarkupCheck {
    private typealias Step = TemplateProgram.Step

    private let limits: TemplateLimits
    /// Bytes and tags that were looked at.
    private var work = 0
    private var hasEnded = false
    private var findings: [Diagnostic] = []

    /// States that are kept at one place; templates as people write them have one or two.
    private static let maximumStates = 24

    static func findings(in steps: [TemplateProgram.Step], limits: TemplateLimits) -> [Diagnostic] {
        var check = MarkupCheck(limits: limits)
        _ = check.read(steps, from: MarkupStates())
        return check.findings
    }

    private init(limits: TemplateLimits) { self.limits = limits }

    private mutating func read(_ steps: [Step], from states: MarkupStates) -> MarkupStates {
        var states = states
        var index = 0
        while index < steps.count, !hasEnded {
            let next = index + 1 < steps.count ? steps[index + 1] : nil
            if let bodies = Self.alternatives(steps[index], next) {
                states = read(bodies.0, from: states).union(read(bodies.1, from: states))
                index += 2
            } else {
                states = read(steps[index], from: states)
                index += 1
            }
            work += states.count
            if states.count > Self.maximumStates { end(at: steps[index - 1]) }
        }
        return states
    }

    /// The bodies of a section and the inverted one behind it, one of which is shown.
    private static func alternatives(_ step: Step, _ next: Step?) -> ([Step], [Step])? {
        switch (step, next) {
        case (.section(let place, false, let body, _), .invertedSection(let other, let inverted)?)
        where place == other:
            (body, inverted)
        case (.invertedSection(let place, let inverted), .section(let other, false, let body, _)?)
        where place == other:
            (inverted, body)
        default: nil
        }
    }

    private mutating func read(_ step: Step, from states: MarkupStates) -> MarkupStates {
        switch step {
        case .bytes(let text, _):
            guard work <= limits.markupBytes else {
                end(at: step, isTooLarge: true)
                return states
            }
            return readText(text, from: states)
        case .word(_, let range): return value(nil, at: range, in: states)
        case .value(_, let content, let range), .currentText(let range, let content):
            return value(content, at: range, in: states)
        case .section(_, true, let body, _):
            let once = read(body, from: states)
            // The second time it may begin in another state than the first.
            return once.isSubset(of: states) ? states.union(once) : states.union(once).union(read(body, from: once))
        case .section(_, false, let body, _), .invertedSection(_, let body), .first(let body), .last(let body):
            return states.union(read(body, from: states))
        }
    }

    private mutating func readText(_ text: [UInt8], from states: MarkupStates) -> MarkupStates {
        work += text.count * states.count
        return text.withUnsafeBufferPointer { text in states.changed { $0.read(text) } }
    }

    /// Says that the markup cannot be followed any further.
    private mutating func end(at step: Step, isTooLarge: Bool = false) {
        guard !hasEnded else { return }
        hasEnded = true
        findings.append(
            Diagnostic(
                .templateLimit, at: Self.place(of: step),
                message: isTooLarge
                    ? LocalizedText(
                        zh: "一个页面的模板合在一起太大，从这里起无法检查。",
                        en: "Put together, the templates of one page are too large to be checked from here on.")
                    : LocalizedText(
                        zh: "从这里起，标签随条件有太多种可能，无法检查。",
                        en: "From here on, the markup depends on too many conditions to be checked."),
                help: isTooLarge
                    ? nil
                    : LocalizedText(
                        zh: "请把条件写在完整的元素或完整的属性外面。",
                        en: "Let conditions stand around whole elements or whole attributes.")))
    }

    private static func place(of step: Step) -> SourceRange? {
        switch step {
        case .bytes(_, let range), .word(_, let range), .value(_, _, let range), .currentText(let range, _),
            .section(_, _, _, let range):
            range
        case .invertedSection(_, let body), .first(let body), .last(let body): body.lazy.compactMap(place).first
        }
    }

    /// - Parameter content: `nil` for a word of the theme.
    private mutating func value(
        _ content: TemplateProgram.ValueContent?, at range: SourceRange, in states: MarkupStates
    ) -> MarkupStates {
        if let problem = states.all.lazy.compactMap({ Self.problem(of: content, in: $0) }).min() {
            let name = String(decoding: range.file.bytes[range.bytes], as: UTF8.self)
            let finding = Diagnostic(
                .templateContext, at: range, message: problem.message(name: name), help: problem.help)
            findings.append(finding)
        }
        return states.changed { $0.readShownValue() }
    }

    private static func problem(
        of content: TemplateProgram.ValueContent?, in state: MarkupState
    ) -> MarkupProblem? {
        switch state.mode {
        case .text: return content == .json ? .finishedInValue : nil
        case .content, .contentTagOpen, .contentEndTag:
            switch state.content {
            case .plainText: return content?.isFinished == true ? .finishedInValue : nil
            case .data: return content == .json ? nil : .script
            case .script: return .script
            case .style: return .style
            case .raw, .markup: return .hidden
            }
        case .doubleQuoted, .singleQuoted:
            if content?.isFinished == true { return .finishedInValue }
            switch state.attribute {
            case .plain: return nil
            case .script: return .script
            case .style: return .style
            case .address:
                switch state.phase {
                case .behind: return nil
                case .dangerous: return .script
                // The theme's own words and checked addresses may begin one.
                case .start: return content == .text ? .scheme : nil
                case .scheme, .reference: return .scheme
                }
            }
        case .beforeValue, .unquoted: return .unquoted
        case .comment, .declaration: return .hidden
        case .tagOpen, .endTagOpen, .tagName, .endTag, .beforeAttribute, .attributeName, .afterAttributeName,
            .afterQuoted:
            return .tag
        }
    }
}

/// The states that a place of the markup may be in, each once: nearly always one or two.
private struct MarkupStates {
    private(set) var all: [MarkupState]

    /// The beginning of a page.
    init() { all = [MarkupState()] }

    var count: Int { all.count }

    private mutating func insert(_ state: MarkupState) {
        if !all.contains(state) { all.append(state) }
    }

    /// All of these and those.
    func union(_ others: MarkupStates) -> MarkupStates {
        var union = self
        for state in others.all { union.insert(state) }
        return union
    }

    func isSubset(of others: MarkupStates) -> Bool { all.allSatisfy(others.all.contains) }

    /// What becomes of each of them.
    func changed(_ change: (inout MarkupState) -> Void) -> MarkupStates {
        var changed = self
        changed.all.removeAll(keepingCapacity: true)
        for var state in all {
            change(&state)
            changed.insert(state)
        }
        return changed
    }
}

/// Why a value must not stand where it stands.
private enum MarkupProblem: Int, Comparable {
    case script, style, scheme, unquoted, tag, hidden, finishedInValue

    static func < (left: MarkupProblem, right: MarkupProblem) -> Bool { left.rawValue < right.rawValue }

    func message(name: String) -> LocalizedText {
        switch self {
        case .script: LocalizedText(zh: "“\(name)”写在脚本里。", en: "“\(name)” stands in a script.")
        case .style: LocalizedText(zh: "“\(name)”写在样式里。", en: "“\(name)” stands in a style.")
        case .scheme:
            LocalizedText(zh: "“\(name)”写在网址的开头，却不是网址。", en: "“\(name)” begins an address and is none.")
        case .unquoted:
            LocalizedText(zh: "“\(name)”写在没有引号的属性里。", en: "“\(name)” stands in an attribute without quotes.")
        case .tag: LocalizedText(zh: "“\(name)”写在标签或属性的名称里。", en: "“\(name)” stands in the name of a tag or attribute.")
        case .hidden:
            LocalizedText(
                zh: "“\(name)”写在注释等看不见的地方。", en: "“\(name)” stands in a comment or the like, where nobody sees it.")
        case .finishedInValue:
            LocalizedText(
                zh: "“\(name)”是成品，这里只能放文字。", en: "“\(name)” is finished, and only text can stand here.")
        }
    }

    var help: LocalizedText {
        switch self {
        case .script:
            LocalizedText(
                zh: "请写进元素的 data-… 属性（带引号），由 assets/ 里的脚本读取。",
                en: "Put it into a quoted data-… attribute of an element, and read it in a script below assets/.")
        case .style:
            LocalizedText(zh: "请改用 class，样式写在样式文件里。", en: "Use a class, and write the style in a style sheet.")
        case .scheme:
            LocalizedText(
                zh: "网址只能以 url 一类的值、/ 或 # 开头，否则内容里的“javascript:”会在读者的浏览器里执行。",
                en: "An address begins with a value that is one, / or #; else “javascript:” in the content would run.")
        case .unquoted:
            LocalizedText(
                zh: "请给属性的值加上双引号，否则值里的一个空格就能添出新的属性。",
                en: "Put the attribute's value in quotes; else a blank in it begins another attribute.")
        case .tag:
            LocalizedText(zh: "名称要写在模板里；值只能放在引号之间。", en: "Names stand in the template; values stand between quotes.")
        case .hidden:
            LocalizedText(
                zh: "注释会随页面发布；给模板作者的话请写 {{! … }}。",
                en: "Comments are published with the page; notes for authors of templates are {{! … }}.")
        case .finishedInValue:
            LocalizedText(
                zh: "HTML 放在元素之间；JSON 放在 <script type=\"application/ld+json\"> 里。",
                en: "HTML stands between elements, JSON in <script type=\"application/ld+json\">.")
        }
    }
}
