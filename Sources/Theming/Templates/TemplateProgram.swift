/// A template after the check: every name is the place of a field, every partial and block stands where it is shown.
///
/// The steps lie flat in memory, without references from one to the next: running them then counts no references, which
/// would be most of the work.
struct TemplateProgram: Sendable {
    /// One step of rendering, as the compiler gives it.
    indirect enum Step: Sendable {
        /// Bytes of the template, and words, which are known beforehand.
        case bytes([UInt8])
        /// A field's text or HTML.
        case value(FieldPlace, isEscaped: Bool)
        /// The text of the innermost section on text.
        case currentText
        case section(FieldPlace, [Step])
        case invertedSection(FieldPlace, [Step])
        /// Shown for the first element of the innermost list.
        case first([Step])
        /// Shown for the last element of the innermost list.
        case last([Step])
    }

    /// The way to a field: the scope it is found in, counted from the outermost, and the fields to follow from there.
    struct FieldPlace: Sendable {
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

    private var code: [Instruction] = []
    private var literals: [UInt8] = []
    private var fields: [Int] = []

    init(steps: [Step]) { append(steps) }

    private mutating func append(_ steps: [Step]) {
        for step in steps {
            switch step {
            case .bytes(let bytes):
                let start = literals.count
                literals += bytes
                append(.bytes, scope: 0, start..<literals.count)
            case .value(let place, let isEscaped): append(isEscaped ? .escapedValue : .rawValue, at: place)
            case .currentText: append(.currentText, scope: 0, 0..<0)
            case .section(let place, let body): append(.section, at: place, body: body)
            case .invertedSection(let place, let body): append(.invertedSection, at: place, body: body)
            case .first(let body): append(.first, at: nil, body: body)
            case .last(let body): append(.last, at: nil, body: body)
            }
        }
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

    /// The page, with `scopes` as outermost views.
    func render(_ scopes: [any ViewModel]) -> [UInt8] {
        code.withUnsafeBufferPointer { code in
            literals.withUnsafeBufferPointer { literals in
                fields.withUnsafeBufferPointer { fields in
                    var rendering = TemplateRendering(code: code, literals: literals, fields: fields, scopes: scopes)
                    rendering.run(0..<code.count)
                    return rendering.output
                }
            }
        }
    }
}

/// Runs a program over views.
private struct TemplateRendering {
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

    init(
        code: UnsafeBufferPointer<TemplateProgram.Instruction>, literals: UnsafeBufferPointer<UInt8>,
        fields: UnsafeBufferPointer<Int>, scopes: [any ViewModel]
    ) {
        self.code = code
        self.literals = literals
        self.fields = fields
        self.scopes = scopes.map { .view($0) }
        output.reserveCapacity(32 * 1024)
    }

    mutating func run(_ instructions: Range<Int>) {
        var index = instructions.lowerBound
        while index < instructions.upperBound {
            let step = code[index]
            let body = index + 1..<step.end
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
        let outer = (isFirst, isLast)
        for (index, element) in elements.enumerated() {
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
