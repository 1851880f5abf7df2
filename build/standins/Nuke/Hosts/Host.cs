using System.ComponentModel;
using System.Globalization;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common
{
    /// <summary>
    /// Where the build runs. A host is any subclass with a static property IsRunning&lt;Name&gt;; the first one for which it is true is used, the terminal last.
    /// </summary>
    [TypeConverter(typeof(TypeConverter))]
    public partial class Host
    {
        internal Host() => Instance = this;

        internal static Host Instance { get; private set; }

        internal static Host Default => Create(AvailableTypes.OrderBy(x => x == typeof(Terminal)).First(IsRunning));

        internal virtual ConsoleColors Colors => ConsoleColors.Default;

        // Loads the types of every loaded assembly, as NUKE does.
        private static IEnumerable<Type> AvailableTypes
            => AppDomain.CurrentDomain.GetAssemblies().SelectMany(x => x.GetTypes()).Where(x => x.IsSubclassOf(typeof(Host)));

        internal virtual IDisposable WriteBlock(string text)
        {
            Debug();
            Debug($"╬{new string('═', text.Length + 5)}");
            Debug($"║ {Colors.Information(text)}");
            Debug($"╬{new string('═', Math.Max(text.Length - 4, 2))}");
            Debug();
            return new Bracket(() => { });
        }

        internal virtual void ReportWarning(string text)
        {
        }

        internal virtual void ReportError(string text)
        {
        }

        /// <summary>Whether the host handles a message, judging by its template, instead of the log.</summary>
        internal virtual bool FilterMessage(string message) => false;

        internal void WriteErrorsAndWarnings()
        {
            var events = Logging.Remembered;
            if (events.Count == 0)
                return;

            using (WriteBlock("Errors & Warnings"))
            {
                Log.Logger = Logging.ForErrorsAndWarnings(this);
                foreach (var logEvent in events)
                    Log.Write(logEvent);
            }
        }

        private static bool IsRunning(Type type) => (bool)type.GetProperty($"IsRunning{type.Name}", Reflection.OfType).NotNull().GetValue(null);

        private static Host Create(Type type) => (Host)Activator.CreateInstance(type, nonPublic: true);

        // --host GitHubActions
        private sealed class TypeConverter : System.ComponentModel.TypeConverter
        {
            public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) => sourceType == typeof(string);

            public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
                => Create(AvailableTypes.Single(x => x.FullName.EndsWith((string)value, StringComparison.OrdinalIgnoreCase)));
        }
    }
}

namespace Nuke.Common.Execution
{
    internal sealed class Terminal : Host
    {
        internal static bool IsRunningTerminal => true;
    }
}
