import Foundation

extension CommandContext {
    /// What is around the process of the program.
    package static var process: CommandContext {
        let variables = ProcessInfo.processInfo.environment
        var context = CommandContext(
            folder: nil, variables: variables, now: { Date() },
            processorCount: ProcessInfo.processInfo.activeProcessorCount, streams: .standard)
        context.timeZone = .current
        context.terminal = Terminal.standardOutput(variables)
        let isTerminal = isatty(STDERR_FILENO) == 1
        context.rewritesLines = isTerminal && variables["TERM"] != "dumb"
        if isTerminal, isatty(STDIN_FILENO) == 1 { context.askedLine = { readLine() } }
        context.interruption = { .bySignal(notice: $0) }
        context.openAddress = { Browser.open($0) }
        return context
    }
}
