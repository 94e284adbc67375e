import Diagnostics

/// A template after the check: every name is the place of a field, every partial and block stands where it is shown.
///
/// The steps lie flat in memory, without references from one to the next: running them then counts no references, which
/// would be most of the work.
struct TemplateProgram: Sendable {
    /// What a value is, as far as the markup around it must know.
    enum ValueContent: Sendable {
        /// Text, which is escaped.
        case text
        /// An address, which is escaped.
        case address
        case html
        case json

        /// `nil` for what cannot be shown as a value.
        init?(_ kind: ViewFieldKind) {
            switch kind {
            case .text: self = .text
            case .address: self = .address
            case .html: self = .html
            case .json: self = .json
            case .flag, .view, .list, .texts: return nil
            }
        }

        /// Whether it is shown as it is.
        var isFinished: Bool { self == .html || self == .json }
    }

    /// One step of rendering, as the compiler gives it.
    indirect enum Step: Sendable {
        /// Bytes of the template, without indentation, and where they stand.
        case bytes([UInt8], at: SourceRange)
        /// A word, which is known beforehand, escaped.
        case word([UInt8], at: SourceRange)
        /// A field's text or HTML.
        case value(FieldPlace, ValueContent, at: SourceRange)
        /// The text of the innermost section on text.
        case currentText(at: SourceRange, ValueContent)
        /// `repeats` tells that it may be shown several times.
        case section(FieldPlace, repeats: Bool, [Step], at: SourceRange)
        case invertedSection(FieldPlace, [Step])
        /// Shown for the first element of the innermost list.
        case first([Step])
        /// Shown for the last element of the innermost list.
        case last([Step])
    }

    /// The way to a field: the scope it is found in, counted from the outermost, and the fields to follow from there.
    struct FieldPlace: Sendable, Equatable {
        let scope: Int
        let fields: [Int]
    }

    /// A step without its parts.
    fileprivate struct Instruction {
        enum Operation {
            case bytes
            case escapedValue
            case rawValue
            case currentText
            case section
            case invertedSection
            case first
            case last
        }

        let operation: Operation
        let scope: Int
        /// Where the bytes are in `literals`, or the fields in `fields`.
        let operands: Range<Int>
        /// The instruction after the body of a section.
        let end: Int
    }

    /// Where in the templates something of the program comes from.
    private struct Origin {
        /// Where it begins in `literals`, or which instruction it is.
        let start: Int
        let range: SourceRange
        /// Whether the bytes are those of the range without indentation.
        let isTemplateText: Bool
    }

    private var code: [Instruction] = []
    private var literals: [UInt8] = []
    private var fields: [Int] = []
    /// Ascending, for finding out where a byte of a page comes from.
    private var literalOrigins: [Origin] = []
    private var tagOrigins: [Origin] = []

    init(steps: [Step]) { append(steps) }

    private mutating func append(_ steps: [Step]) {
        var followsBytes = false
        for step in steps {
            switch step {
            case .bytes(let bytes, let range): append(bytes, at: range, isTemplateText: true, joins: followsBytes)
            case .word(let bytes, let range): append(bytes, at: range, isTemplateText: false, joins: followsBytes)
            case .value(let place, let content, let range):
                tagOrigins.append(Origin(start: code.count, range: range, isTemplateText: false))
                append(content.isFinished ? .rawValue : .escapedValue, at: place)
            case .currentText(let range, _):
                tagOrigins.append(Origin(start: code.count, range: range, isTemplateText: false))
                append(.currentText, scope: 0, 0..<0)
            case .section(let place, _, let body, let range):
                tagOrigins.append(Origin(start: code.count, range: range, isTemplateText: false))
                append(.section, at: place, body: body)
            case .invertedSection(let place, let body): append(.invertedSection, at: place, body: body)
            case .first(let body): append(.first, at: nil, body: body)
            case .last(let body): append(.last, at: nil, body: body)
            }
            switch step {
            case .bytes, .word: followsBytes = true
            default: followsBytes = false
            }
        }
    }

    /// - Parameter joins: whether the last instruction is one of bytes, to which these are added.
    private mutating func append(_ bytes: [UInt8], at range: SourceRange, isTemplateText: Bool, joins: Bool) {
        let start = literals.count
        literalOrigins.append(Origin(start: start, range: range, isTemplateText: isTemplateText))
        literals += bytes
        var first = start
        if joins, let last = code.popLast() { first = last.operands.lowerBound }
        append(.bytes, scope: 0, first..<literals.count)
    }

    private mutating func append(_ operation: Instruction.Operation, at place: FieldPlace?, body: [Step] = []) {
        let index = code.count
        let start = fields.count
        fields += place?.fields ?? []
        let operands = start..<fields.count
        append(operation, scope: place?.scope ?? 0, operands)
        guard !body.isEmpty else { return }
        append(body)
        code[index] = Instruction(operation: operation, scope: place?.scope ?? 0, operands: operands, end: code.count)
    }

    private mutating func append(_ operation: Instruction.Operation, scope: Int, _ operands: Range<Int>) {
        code.append(Instruction(operation: operation, scope: scope, operands: operands, end: code.count + 1))
    }

    /// A page that a program made.
    struct Rendering {
        let page: [UInt8]
        /// Where the templates were when a limit was reached and the page ended before its end; `nil` for a whole page.
        let cut: SourceRange?
    }

    /// The page, with `scopes` as outermost views.
    func render(_ scopes: [any ViewModel], limits: TemplateLimits = TemplateLimits()) -> Rendering {
        let limit = RenderingLimit(steps: limits.renderingSteps, bytes: limits.renderingBytes)
        return run(scopes, limit) { rendering in
            Rendering(
                page: rendering.output,
                cut: rendering.limit.reachedAt.flatMap { Self.last(of: tagOrigins, notAfter: $0)?.range })
        }
    }

    /// Where the byte of a page comes from in the templates; `nil` for a byte behind its end.
    ///
    /// - Parameter count: how many bytes there are in question; what is not of one piece is shorter.
    func origin(ofByte offset: Int, count: Int, in scopes: [any ViewModel]) -> TemplateOrigin? {
        let found = run(scopes, RenderingPlace(wanted: offset)) { $0.limit.found }
        guard let found else { return nil }
        let operation = code[found.instruction].operation
        guard operation == .bytes else {
            return Self.last(of: tagOrigins, notAfter: found.instruction).map {
                TemplateOrigin(range: $0.range, isFinished: operation == .rawValue)
            }
        }
        return literalRange(of: found, count: count).map { TemplateOrigin(range: $0, isFinished: false) }
    }

    /// Where in the templates a byte stands that an instruction of bytes made.
    private func literalRange(of found: (instruction: Int, offset: Int), count: Int) -> SourceRange? {
        let literal = code[found.instruction].operands.lowerBound + found.offset
        guard let origin = Self.last(of: literalOrigins, notAfter: literal) else { return nil }
        guard origin.isTemplateText else { return origin.range }
        let start = TemplateScanner.sourceOffset(ofKept: literal - origin.start, in: origin.range)
        let file = origin.range.file
        let end = min(start + max(count, 1), origin.range.bytes.upperBound, file.lineBytes(around: start).upperBound)
        return file.range(start..<max(start, end))
    }

    private static func last(of origins: [Origin], notAfter place: Int) -> Origin? {
        var lower = 0
        var upper = origins.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if origins[middle].start <= place { lower = middle + 1 } else { upper = middle }
        }
        return lower > 0 ? origins[lower - 1] : nil
    }

    private func run<Limit: RenderingEnd, Result>(
        _ scopes: [any ViewModel], _ limit: Limit, _ result: (TemplateRendering<Limit>) -> Result
    ) -> Result {
        code.withUnsafeBufferPointer { code in
            literals.withUnsafeBufferPointer { literals in
                fields.withUnsafeBufferPointer { fields in
                    var rendering = TemplateRendering(
                        code: code, literals: literals, fields: fields, scopes: scopes, limit: limit)
                    rendering.run(0..<code.count)
                    return result(rendering)
                }
            }
        }
    }
}

/// What a byte of a page comes from.
package struct TemplateOrigin: Sendable {
    /// A piece of a template's text, or a tag.
    package let range: SourceRange
    /// Whether a tag shows finished HTML or JSON there, in which the template has no part.
    package let isFinished: Bool
}

/// What ends a rendering before its end.
private protocol RenderingEnd {
    /// Tells that an instruction was run, or that a section is entered.
    ///
    /// - Returns: whether to go on.
    mutating func passes(_ instruction: Int, from start: Int, to end: Int) -> Bool
}

/// Ends a rendering after a number of steps or bytes.
private struct RenderingLimit: RenderingEnd {
    private var left: Int
    private let bytes: Int
    /// The instruction at which the limit was reached.
    private(set) var reachedAt: Int?

    init(steps: Int, bytes: Int) {
        left = steps
        self.bytes = bytes
    }

    @inline(__always)
    mutating func passes(_ instruction: Int, from start: Int, to end: Int) -> Bool {
        left -= 1
        guard left < 0 || end > bytes else { return true }
        if reachedAt == nil { reachedAt = instruction }
        return false
    }
}

/// Ends a rendering when a byte of the page is there.
private struct RenderingPlace: RenderingEnd {
    let wanted: Int
    /// The instruction that made the byte, and its place in what that made.
    private(set) var found: (instruction: Int, offset: Int)?
    private var left = TemplateLimits().renderingSteps

    init(wanted: Int) { self.wanted = wanted }

    mutating func passes(_ instruction: Int, from start: Int, to end: Int) -> Bool {
        left -= 1
        if found == nil, wanted >= start, wanted < end { found = (instruction, wanted - start) }
        return found == nil && left >= 0
    }
}

/// Runs a program over views.
private struct TemplateRendering<Limit: RenderingEnd> {
    private enum Scope {
        case view(any ViewModel)
        case text(String)
    }

    private let code: UnsafeBufferPointer<TemplateProgram.Instruction>
    private let literals: UnsafeBufferPointer<UInt8>
    private let fields: UnsafeBufferPointer<Int>
    private var scopes: [Scope]
    private var isFirst = false
    private var isLast = false
    private(set) var output: [UInt8] = []
    private(set) var limit: Limit
    private var hasEnded = false

    init(
        code: UnsafeBufferPointer<TemplateProgram.Instruction>, literals: UnsafeBufferPointer<UInt8>,
        fields: UnsafeBufferPointer<Int>, scopes: [any ViewModel], limit: Limit
    ) {
        self.limit = limit
        self.code = code
        self.literals = literals
        self.fields = fields
        self.scopes = scopes.map { .view($0) }
        output.reserveCapacity(32 * 1024)
    }

    mutating func run(_ instructions: Range<Int>) {
        var index = instructions.lowerBound
        while index < instructions.upperBound, !hasEnded {
            let step = code[index]
            let body = index + 1..<step.end
            let start = output.count
            switch step.operation {
            case .bytes: output.append(contentsOf: UnsafeBufferPointer(rebasing: literals[step.operands]))
            case .escapedValue: write(value(of: step), isEscaped: true)
            case .rawValue: write(value(of: step), isEscaped: false)
            case .currentText: if case .text(let text) = scopes.last { HTMLEscaping.append(text, to: &output) }
            case .section: runSection(value(of: step), body)
            case .invertedSection: if isAbsent(value(of: step)) { run(body) }
            case .first: if isFirst { run(body) }
            case .last: if isLast { run(body) }
            }
            // What a section showed has been told by its parts.
            let shown = body.isEmpty ? start : output.count
            if !limit.passes(index, from: shown, to: output.count) { hasEnded = true }
            index = step.end
        }
    }

    private mutating func write(_ value: ViewValue, isEscaped: Bool) {
        switch value {
        case .text(let text):
            if isEscaped {
                HTMLEscaping.append(text, to: &output)
            } else {
                HTMLEscaping.appendRaw(text, to: &output)
            }
        case .html(let bytes): output.append(contentsOf: bytes)
        case .flag, .view, .list, .texts: return
        }
    }

    private mutating func runSection(_ value: ViewValue, _ body: Range<Int>) {
        switch value {
        case .flag(let isTrue): if isTrue { run(body) }
        case .text(let text): if !text.isEmpty { run(body, in: .text(text)) }
        case .html(let bytes): if !bytes.isEmpty { run(body) }
        case .view(let view): if let view { run(body, in: .view(view)) }
        case .list(let views): runEach(views, body) { .view($0) }
        case .texts(let texts): runEach(texts, body) { .text($0) }
        }
    }

    private mutating func run(_ body: Range<Int>, in scope: Scope) {
        scopes.append(scope)
        run(body)
        scopes.removeLast()
    }

    private mutating func runEach<Element>(_ elements: [Element], _ body: Range<Int>, scope: (Element) -> Scope) {
        guard !body.isEmpty else { return }
        let outer = (isFirst, isLast)
        for (index, element) in elements.enumerated() {
            guard !hasEnded else { break }
            isFirst = index == 0
            isLast = index == elements.count - 1
            run(body, in: scope(element))
        }
        (isFirst, isLast) = outer
    }

    private func value(of step: TemplateProgram.Instruction) -> ViewValue {
        guard case .view(var view) = scopes[step.scope] else { return .text("") }
        guard let last = step.operands.last else { return .view(view) }
        for index in step.operands.lowerBound..<last {
            // An absent view has nothing in it.
            guard case .view(let next?) = view.value(at: fields[index]) else { return .text("") }
            view = next
        }
        return view.value(at: fields[last])
    }

    private func isAbsent(_ value: ViewValue) -> Bool {
        switch value {
        case .flag(let isTrue): !isTrue
        case .text(let text): text.isEmpty
        case .html(let bytes): bytes.isEmpty
        case .view(let view): view == nil
        case .list(let views): views.isEmpty
        case .texts(let texts): texts.isEmpty
        }
    }
}
