/// Something that the program does for a person, with all that was asked.
package protocol Command: Sendable {
    /// Does it.
    ///
    /// - Throws: `CommandFailure` where it ends with another code than 0.
    func run(in context: CommandContext) throws
}

/// Why a command ends with another code than 0.
package enum CommandFailure: Error, Equatable {
    /// What was asked cannot be done as it was asked: a message in both languages, as no site is known that would say which
    /// one to use. The exit code is 2.
    case usage(String)
    /// What is to be said has been said.
    case ended(code: Int32)
}
