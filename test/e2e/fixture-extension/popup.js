// Faults for the accessibility check to find: no language, a picture and a field without names. They are made here
// because the project's linter would rightly refuse them as markup.
document.documentElement.removeAttribute('lang');
document.body.append(new Image(8, 8), document.createElement('input'));
