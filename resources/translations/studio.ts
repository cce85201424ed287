<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New film…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a packed project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a new draft…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier versions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste only the guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste only lines and actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a shot after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a shot before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split at the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into one shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omit from the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a scene here, or join it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock or unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage all that is out of date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note to the crew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the animatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture on the full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenplay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words on the cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes and cast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes from the crew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to scenes and cast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the storyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Shotwright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode: settings as delivered, nothing is brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own settings are untouched and count again with the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each was kept when the film was saved over it: the newest ten, then one an hour and one a day. Going back is a step you can undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are none yet: the film was saved only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the version of {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heavy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tired nurse in her fifties, short grey hair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the look of these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other looks the same words fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> cm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hair style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hair colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outfit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age, height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beard, hat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No beard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the turntable shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People of the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What of the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {n} shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 1 shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {n} shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way of speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 is out of date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} are out of date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: another colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turntable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} from all sides; left and right turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being drawn anew…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being drawn…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One that fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlike everybody else&apos;s, by gender and age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Melody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> words/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I waited until the light was gone, and then I knew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds:.1f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}; it is in {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison of two takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arrow keys move the line between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How takes are compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyframe that is compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the takes were asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep take {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use take {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>House crew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I answer myself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who plays the {role}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next question on, while this film is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model (none set up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who plays what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {role} waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You play this role. The work goes on when you have answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked about {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>criticised {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gave notes on {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took up notes on {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>argued about {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judged {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mended {stage} by rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stage}: answer remembered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left {stage} to the house crew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped in {stage}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, round {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shot {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows this shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the crew does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet. What the crew makes, criticises and changes is told here as it happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {one}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {most} calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {most} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {most} USD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} calls without a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model plays: nothing is asked over the network, nothing is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget is used up: {cost}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The budget is nearly used: {cost}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the budget that is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave to the house crew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at them…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the crew panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the crew panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} proposed change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} proposed changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crew: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is doing what, and what it costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You answer as {role}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it anyway, mended by rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it to the house crew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The house crew answers this one question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the role is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what the role is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the role is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger or smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answering, {n} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked again: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the key sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in, a directed, animated 3D film out. Free software under the GNU General Public License, version 3 or later; what is used from others is named in THIRD_PARTY.md.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blender and project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make new takes of what is out of date first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise the takes that are there are used. Locked shots stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs in the background; you can go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} on this machine, for {length} min of film; less for what is rendered already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animatic: one sample, on twos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview: soft noise, every frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final: clean light, slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flat: no light, quickest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shot type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the quality has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a film of every shot and the mix beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shots on a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} shots, {columns} by {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thing to look at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} things to look at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All shots are staged and passed their review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One shot is not as it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} shots are not as they should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting another film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a film (its project folder)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening another film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is your own copy: change what you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the film in a new folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to “{name}” before {before}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes of a session that ended early could not be brought back; the film is as last saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are kept in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode: the film is as last saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later changes are kept in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} change brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} changes brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last session ended early, with {changes} that had not been saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change them in the settings, under Keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the function library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is found for these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other transition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes in another order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” differs from the film. Takes, locks and what you changed in the film stay; everything accepted is one step that can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays as it is: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept one change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept {n} changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a new draft of the screenplay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is “{name}” to be?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new draft of this film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the new draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changes: the film reads as “{name}” does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One change made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} changes made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a packed project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How: quietly, angry, out of breath</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unhurried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length in frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is seen meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in its own turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>during line {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>during the pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for this {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the shot here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heard here: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines and actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody speaks or acts in this shot yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shot name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the shot. Empty: its number in the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new take from the guidance (Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{len} shots, text of shot {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shot {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the shots (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the shots (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the shot (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the shot (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate {len} shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked: {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts it into the guidance of the shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No review yet. A shot is reviewed when it is staged or regenerated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted}, by {by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where and when: “the living room at night, a lamp on the coffee table”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is there and how: “Mia stands by the window, facing Alex”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people do: “Alex walks to the window and sits down”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is lit: “golden hour, Mia&apos;s face brighter”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is filmed: “slow push in on Mia”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this part of the shot should be, in plain words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole shot is locked, {part} too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted, waits for a new take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“closer”, “make it night”, “Mia should sit down”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The crew proposes a change of the guidance; you accept or decline it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads the note and proposes what it changes (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept and regenerate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}. Now: {old}. Proposed: {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shot is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, not all understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library calls this part of the shot is made with. Ctrl+Space offers what can stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the other take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the {n} other takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes in use and takes that are kept stay; undo brings the others back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {number}, in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No takes yet. Regenerate the shot to make one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this take the active one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the take in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the reviewer whether this take is better than the one in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this take when others are discarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard this take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel this job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing runs in the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the job drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} jobs, {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrolling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going to the field before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing what is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this version changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of use; takes made with it can still be rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the house crew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {shot}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retired in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import 3D files as things (or drop them here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give to the shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the library is called “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been learned yet. When a review cannot be met by what there is, the crew may write a function; it is listed here with all its versions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give to {n} shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shot is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import 3D files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program of a shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule of the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counted}, {time} min
{value}×{value2}, {fps} fps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the storyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idea or description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens in this film? One sentence is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the storyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an empty shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shots yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a storyboard from words, or begin with an empty shot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most the models may cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in crew (free, works offline)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sentence is enough, or describe shot by shot. Name people, a place and the time of day if you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A screenplay (.fountain, .txt, Final Draft .fdx) or a FilmAgent script.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the idea</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most this many shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many shots as it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another number gives another film from the same words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light as the words say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light of the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on in the animatic and in what is exported; can be changed scene by scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or try one of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an empty film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the film is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an idea first: one sentence is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a script first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which folder the film is kept in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples to look around in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two old friends meet by chance at the roadside and one of them is hiding something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenplay…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens in your film?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sentence is enough. You get a storyboard of staged 3D shots, and a film from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command, a shot, a person or a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing like that is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a path: drag from a person, or click from point to point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renew by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new take a moment after each change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shot_name} from above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor plan of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be renewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewed in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not renewed: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not staged yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever is nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is filmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People and camera of the floor plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place for the scene first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is in this shot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select on the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lens in millimetres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the camera in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the camera looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the shot type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shot type finds the camera&apos;s place again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the {thing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shotwright player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop this shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop the selected shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Animatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make animatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Render the film small, with sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound and film cannot be played on this system; stills are shown instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The film cannot be played here ({why}); stills are shown instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>action safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time in the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging a shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging {n} shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging the shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerating a shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerating {n} shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing two takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the animatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering ({quality})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to report: all of it could be taken as written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed changes, where you wrote or locked something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What could not be taken as written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: {text}. Proposed: {text2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, for the note “{why}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Not applied: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {n}: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used instead: {used}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Music</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete with its shots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directing what was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} stays as it is: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The theme changes at once, the rest with the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Close Shotwright and start it again to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A production stops before it would pass these, and what was made stays. Models on this machine are free; the built-in crew and built-in voices cost nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each call used stands in ledger.jsonl in the project&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an action, press the keys it should have, and give them to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} cannot be given away: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} is taken from “{what}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine has {cores} cores and {memory:.0f} GB of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Render engines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blenders side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many as the cores allow, at most 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each takes about 1 GB of memory. Counts from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Films are rendered on this machine only; spreading one over a farm is not possible yet. For a farm of your own, export the shots as .blend files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring the render engines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for graphics cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blender was not asked for graphics cards: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying {engine}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each engine rendered a small picture in a process of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not work: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works, {ms:.0f} ms for a small picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing and directing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Director</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screenwriter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cinematographer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Composer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colourist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programmer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a model the built-in crew works, offline and free. With one, whatever speaks the OpenAI way can write, direct and review: a service, or a server on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work and its models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty where none is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a key to keep it in the system&apos;s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as for writing and directing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>built-in crew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: the built-in crew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: reviewed by measurement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: built-in voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: found by words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never written into a project. Without a keyring, set the variable {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is used from the next film or regeneration on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {model} at {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} models there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers by schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers in JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sees pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vectors of {n} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaks ({kb} kB of sound)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it answers, but it does not see pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free, on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works: {found}. {took}, {cost}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I waited at the roadside until the light was gone, and then I knew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Girl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Woman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Man</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old woman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old man</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built in, free and offline. Each person of a film gets one that fits and keeps it; to change it, choose the person in the cast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shots of the film. Alt with an arrow key moves the selected shots, Tab goes to the next view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are changes that are not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting the crew ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} locked shot left as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} locked shots left as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} shot deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} shots deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} locked shot kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} locked shots kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock first to delete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing pictures of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {film}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the studio…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag from a person, or click from point to point; Enter ends the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This shot has no place yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera finds its place when the shot is staged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: drag to another position or anywhere (Alt: without snapping)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to where the path leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the camera; the wheel changes the lens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to what the camera looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not there: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendering {done}/{total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Omitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out of the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not staged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no take yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reviewed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidance pasted into {shots}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines and actions pasted into {shots}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} shot cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} shots cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} locked shot kept; unlock first to cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} locked shots kept; unlock first to cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} shot copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} shots copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no shots on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} given to {shots}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Music under it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a shot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lighting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{f} f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{s} s {f} f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{min} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} h {min} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} walks to {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fade from black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} music</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the imported file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by the house crew</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
