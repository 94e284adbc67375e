import ArgumentParser
import Diagnostics

/// How a command writes what it finds.
struct FormatOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "How findings are written: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")). 检查结果的格式。",
        transform: { try OptionValue.word($0) })
    var format: OutputFormat = .text
}
