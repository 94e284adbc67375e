import ArgumentParser
import Commands

/// A command of the program: arguments that make a value of `Commands`.
protocol ProgramCommand: ParsableCommand {
    /// What the arguments ask for.
    ///
    /// - Throws: `ValidationError` for arguments that cannot be used together.
    func command() throws -> any Command
}
